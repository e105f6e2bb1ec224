import { own } from './own';
import { NO_SCORE, type CoderKind, type DatasetMeta, type StanceRecord } from './record';
import { cellOf, isWhole, type Tables } from './tables';
import { count, figure } from '../words/counts';

/** Who coded and rated, in words: one place for what the page, its pictures, prints, frames and bibliographies say of it. */

/** Words by which a record without a table of coders says that one of them is no person. */
const MODEL = /\b(language models?|large language|llm|machine|algorithm|automatic)/i;

/**
 * Whether a coder or rater is a person, as the table of coders or else the package's own words say; unknown where neither says anything:
 * nobody is taken for a person in silence.
 */
export function coderKind({ meta }: Pick<StanceRecord, 'meta'>, coder: string): CoderKind | 'unknown' {
  const kind = meta.coderKinds?.[coder];
  if (kind !== undefined) return kind;
  const told = (own(meta.coders, coder) ?? '').trim();
  if (told === '') return 'unknown';
  return MODEL.test(told) ? 'model' : 'person';
}

/** A dataset's metadata with what its table of coders says of each; as it was where there is none. */
export function withCoders(meta: DatasetMeta, tables: Tables): DatasetMeta {
  const table = tables.coders;
  if (!table) return meta;
  const coders: Record<string, string> = {};
  const coderKinds: Record<string, CoderKind> = {};
  for (let row = 0; row < table.rows.length; row++) {
    if (!isWhole(table, row)) continue;
    const cell = (column: string) => cellOf(table, row, column);
    const id = cell('id');
    const kind = cell('kind');
    if (id === '' || (kind !== 'person' && kind !== 'model')) continue;
    coderKinds[id] = kind;
    const side = cell('side');
    const vantage = side === '' ? '' : `side: ${own(meta.sides, side)?.label ?? side}`;
    const who = [cell('name'), kind === 'model' ? 'a language model' : 'a person'].filter(Boolean).join(', ');
    coders[id] = [who, cell('instructions'), vantage].filter(Boolean).join('; ');
  }
  return { ...meta, coders, coderKinds };
}

/** How many of a record's coders are of each kind. */
interface Tally {
  people: readonly string[];
  models: readonly string[];
  unknown: readonly string[];
}

function tallyOf(record: Pick<StanceRecord, 'meta'>, coders: readonly string[]): Tally {
  const of = (kind: CoderKind | 'unknown') => coders.filter((coder) => coderKind(record, coder) === kind);
  return { people: of('person'), models: of('model'), unknown: of('unknown') };
}

const counted = new WeakMap<StanceRecord['stances'], number>();

/** Stances that at least one person coded. */
export function codedByPeople(record: StanceRecord): number {
  const { stances, coders } = record;
  const known = counted.get(stances);
  if (known !== undefined) return known;
  const people = coders.flatMap((coder, c) => (coderKind(record, coder) === 'person' ? [c] : []));
  let n = 0;
  for (let i = 0; i < stances.n; i++)
    if (people.some((c) => (stances.coders[i * coders.length + c] ?? NO_SCORE) !== NO_SCORE)) n++;
  counted.set(stances, n);
  return n;
}

const UNSAID_CODING = 'The dataset does not say how its scores were made; its codebook may.';
const UNSAID_JUDGING = 'The dataset does not say how its ratings and verdicts were made; its codebook may.';

/**
 * How the scores of a record were made, computed from who its coders are where its table of coders says so, and in the dataset's own
 * sentence where it has none; said in everything that leaves the page. Empty where nothing is coded.
 */
export function codingWords(record: StanceRecord): string {
  const { stances, coders, meta } = record;
  if (stances.n === 0) return '';
  if (meta.coderKinds === undefined || coders.length === 0) return meta.coding ?? UNSAID_CODING;
  const { people, models, unknown } = tallyOf(record, coders);
  const others = [
    models.length > 0 ? `readings by language models (${count(models.length, 'coder')})` : '',
    unknown.length > 0 ? `by coders of whom the dataset does not say what they are (${figure(unknown.length)})` : '',
  ].filter(Boolean);
  if (people.length === 0)
    return models.length > 0 && unknown.length === 0
      ? `Every score rests on ${others.join(' and ')} of the title, quote and summary of its row; no person has coded the record yet.`
      : `The scores are ${others.join(' and ')}; the dataset names no person among them.`;
  const n = codedByPeople(record);
  const byPeople = `by ${people.length === 1 ? 'a person' : `people (${figure(people.length)})`}`;
  if (n === stances.n)
    return `Every stance was coded ${byPeople}${others.length > 0 ? `; beside them stand ${others.join(' and ')}` : ''}.`;
  const rest = others.length > 0 ? `; the others are ${others.join(' and ')}` : '; the others name no coder';
  return `${figure(n)} of ${count(stances.n, 'stance')} ${n === 1 ? 'was' : 'were'} coded ${byPeople}${rest}.`;
}

/** The same for ratings of hypotheses and verdicts on claims; empty where there are none. */
export function judgingWords(record: StanceRecord): string {
  const { assessments, claims, meta } = record;
  if (assessments.length === 0 && claims.length === 0) return '';
  const raters = [...new Set(assessments.map(({ rater }) => rater))].sort();
  if (meta.coderKinds === undefined || raters.length === 0) return meta.judging ?? UNSAID_JUDGING;
  const { people, models, unknown } = tallyOf(record, raters);
  // Nothing names who gave a verdict: what the dataset says of it stands beside.
  const verdicts = claims.length > 0 ? ` ${meta.judging ?? 'The dataset does not say who gave the verdicts on claims.'}` : '';
  if (people.length === 0 && unknown.length === 0)
    return meta.judging ?? `The ratings are readings by language models.${verdicts}`;
  const parts = [
    people.length > 0 ? `${count(people.length, 'person')}` : '',
    models.length > 0 ? `${count(models.length, 'language model')}` : '',
    unknown.length > 0 ? `${figure(unknown.length)} of whom the dataset does not say what they are` : '',
  ].filter(Boolean);
  return `The ratings are by ${parts.join(', ')}.${verdicts}`;
}

/** Who coded one row, for the line that opens its codings: `2 coders, one of them a person, not all alike`. */
export function rowCodersWords(
  record: Pick<StanceRecord, 'meta'>,
  codings: readonly { coder: string; score: number | null }[],
): string {
  const n = codings.length;
  const people = codings.filter(({ coder }) => coderKind(record, coder) === 'person').length;
  const models = codings.filter(({ coder }) => coderKind(record, coder) === 'model').length;
  const who =
    people === n && n > 0
      ? n === 1
        ? ', a person'
        : ', all of them people'
      : people > 0
        ? `, ${people === 1 ? 'one of them a person' : `${figure(people)} of them people`}`
        : models === n && n > 0
          ? n === 1
            ? ', a language model'
            : ', all language models'
          : '';
  const scores = new Set(codings.map(({ score }) => score));
  return `${count(n, 'coder')}${who}${n < 2 ? '' : scores.size > 1 ? ', not all alike' : ', all alike'}`;
}
