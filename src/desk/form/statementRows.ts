import { sourceAt } from '../../article/knownSource';
import type { StanceRecord, TableName } from '../../record/record';
import { dateText, type FormDraft } from './formDraft';

/** A row to be added; what is empty is left out, so that a table gains no column for nothing. */
export interface NewRow {
  kind: 'add';
  table: TableName;
  cells: Readonly<Record<string, string>>;
}

/** Gives an id that no row has yet, as the record writes its ids. */
export type FreshId = (table: TableName, parts: readonly string[], also?: ReadonlySet<string>) => string;

/** The rows that a statement becomes, in the order in which one points at the other, and the id of the statement. */
export interface StatementRows {
  id: string;
  source: string;
  rows: readonly NewRow[];
}

function row(table: TableName, cells: Readonly<Record<string, string>>): NewRow {
  return {
    kind: 'add',
    table,
    cells: Object.fromEntries(Object.entries(cells).flatMap(([name, cell]) => (cell.trim() === '' ? [] : [[name, cell.trim()]]))),
  };
}

/** Whose stance the statement shows: of whom it is said on behalf, else of the speaker. Id of an actor, or empty. */
export function holderIn({ speaker, behalf }: Pick<FormDraft, 'speaker' | 'behalf'>): string {
  return behalf === '' ? speaker : behalf;
}

/** The row of `sources` for a page, or none where the record has the page already; and the page's id. */
export function sourceRow(
  record: StanceRecord,
  { page }: Pick<FormDraft, 'page'>,
  freshId: FreshId,
): { id: string; rows: readonly NewRow[] } {
  const known = record.sources[sourceAt(record, page.address)];
  if (known !== undefined) return { id: known.id, rows: [] };
  const id = freshId('sources', [page.outlet, page.published === '' ? 'undated' : page.published]);
  return {
    id,
    rows: [
      row('sources', {
        id,
        url: page.address,
        title: page.title,
        outlet: page.outlet,
        author: page.author,
        published: page.published,
        language: page.language,
        kind: page.kind,
        country: page.country,
        side: page.side,
        owner: page.owner,
        mirror: String(page.mirror),
      }),
    ],
  };
}

/**
 * What a draft becomes: actors and places that were made, the page where it is new, the statement, a stance on each target, the coding of
 * each by the one who enters it, and his row among the coders where he has none. Ids are written here and nowhere else.
 */
export function statementRows(record: StanceRecord, draft: FormDraft, freshId: FreshId): StatementRows {
  const source = sourceRow(record, draft, freshId);
  const date = dateText(draft);
  const holder = holderIn(draft);
  const id = freshId('statements', [date.replace(/[/~].*$/, ''), draft.title]);
  const named = new Set([draft.speaker, draft.behalf, draft.attributedBy, ...draft.targets.map(({ actor }) => actor)]);
  const coders = record.tables.coders;
  const at = coders?.columns.indexOf('id') ?? -1;
  const coderKnown = coders?.rows.some((cells) => cells[at] === draft.coder) === true;
  const taken = new Set<string>();
  const stances = draft.targets.map((target) => {
    const stance = freshId('stances', [id, holder, target.actor], taken);
    taken.add(stance);
    return { ...target, stance };
  });
  return {
    id,
    source: source.id,
    rows: [
      ...draft.actors
        .filter((actor) => named.has(actor.id))
        .map(({ id: made, name, kind, speaksFor, country }) =>
          row('actors', { id: made, name, kind, speaks_for: speaksFor, country }),
        ),
      ...draft.places
        .filter((place) => place.id === draft.place)
        .map(({ id: made, name, kind, country, lat, lon }) => row('places', { id: made, name, country, kind, lat, lon })),
      ...source.rows,
      row('statements', {
        id,
        title: draft.title,
        date,
        speaker: draft.speaker,
        on_behalf_of: holder,
        targets: draft.targets.map(({ actor }) => actor).join(';'),
        quote: draft.quote,
        quote_translated: draft.quote === '' ? '' : String(draft.translated),
        quote_original: draft.translated ? draft.original : '',
        quote_language: draft.translated && draft.original.trim() !== '' ? draft.originalLanguage : '',
        quote_origin: draft.translated && draft.original.trim() !== '' ? (draft.reported ? 'reported' : 'own') : '',
        summary: draft.summary,
        place: draft.place,
        topics: draft.topics.join(';'),
        sources: source.id,
        confidence: draft.confidence,
        notes: draft.notes,
      }),
      ...stances.map(({ stance, actor, score, reason }) =>
        row('stances', {
          id: stance,
          evidence: id,
          holder,
          target: actor,
          score: score === null ? '' : String(score),
          basis: draft.basis,
          attributed_by: draft.basis === 'attribution' ? draft.attributedBy : '',
          rationale: reason,
        }),
      ),
      ...(draft.coder === '' || coderKnown
        ? []
        : [row('coders', { id: draft.coder, name: draft.coderName, kind: 'person', instructions: 'the codebook' })]),
      ...(draft.coder === ''
        ? []
        : stances.map(({ stance, score, reason }) =>
            row('codings', { stance, coder: draft.coder, score: score === null ? '' : String(score), reason }),
          )),
    ],
  };
}

/** What a draft becomes, in words: `one statement and three stances`. */
export function tallyOf({ rows }: StatementRows): { table: TableName; n: number }[] {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables.map((table) => ({ table, n: rows.filter((one) => one.table === table).length }));
}
