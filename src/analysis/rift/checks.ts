import { CONFIDENCES, listOf, SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { stanceTest, type Filters } from '../slice';

/** One way to look again at what was found: other rows, or other scores. */
export interface Recheck {
  /** "without state media", "coder c’s scores": reads after "it fails". */
  what: string;
  /** Stance rows that the check leaves out or scores anew are told by these filters, or by `drops`. */
  filters: Filters;
  /** Kind of check, for grouping. */
  kind: 'source kind' | 'source' | 'basis' | 'confidence' | 'coder' | 'dates';
  /** A test of a stance row to be left out beyond the filters, or null. */
  drops: ((stance: number) => boolean) | null;
}

const KIND_WORDS: Record<(typeof SOURCE_KINDS)[number], string> = {
  official: 'official sources',
  'state-media': 'state media',
  'news-agency': 'news agencies',
  'independent-media': 'independent media',
  opinion: 'opinion pieces',
  'think-tank': 'think tanks',
  journal: 'journals',
  unspecified: 'sources of a kind that is not said',
};

/**
 * The ways to look again at what rests on the given stance rows: each kind of source left out where rows rest on it alone, first-hand
 * rows only, rows of low confidence left out, each coder's scores alone, rows dated to a month or year left out, and each source that
 * more than `sourceRows` of the rows rest on alone.
 */
export function rechecks(record: StanceRecord, filters: Filters, rows: ArrayLike<number>, sourceRows = 1): Recheck[] {
  const { evidence, stances } = record;
  const list: Recheck[] = [];
  const onlyOf = (bit: number) => (stance: number) => evidence.kinds[stances.evidence[stance]!] === 1 << bit;
  SOURCE_KINDS.forEach((kind, bit) => {
    if (some(rows, onlyOf(bit)))
      list.push({ what: `without ${KIND_WORDS[kind]}`, kind: 'source kind', filters, drops: onlyOf(bit) });
  });
  if (filters.basis === 'all') {
    list.push({ what: 'with first-hand rows only', kind: 'basis', filters: { ...filters, basis: 'own' }, drops: null });
  }
  if (filters.confidence === 0) {
    const what = `without rows of ${CONFIDENCES[0]} confidence`;
    const low = { ...filters, confidence: 1 as const };
    const passes = stanceTest(record, low);
    if (some(rows, (stance) => !passes(stance))) list.push({ what, kind: 'confidence', filters: low, drops: null });
  }
  if (filters.coder === '') {
    for (const coder of record.coders) {
      list.push({ what: `with coder ${coder}’s scores`, kind: 'coder', filters: { ...filters, coder }, drops: null });
    }
  }
  const vague = (stance: number) => stances.last[stance]! - stances.first[stance]! > 6;
  if (some(rows, vague)) list.push({ what: 'without rows dated to a month or year', kind: 'dates', filters, drops: vague });
  const alone = new Map<number, number>();
  for (let k = 0; k < rows.length; k++) {
    const sources = listOf(evidence.sources, stances.evidence[rows[k]!]!);
    if (sources.length === 1) alone.set(sources[0]!, (alone.get(sources[0]!) ?? 0) + 1);
  }
  for (const [source, count] of [...alone].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    if (count <= sourceRows || filters.without !== '') continue;
    const { id, title, outlet } = record.sources[source]!;
    list.push({
      what: `without ${outlet}, “${title}” (${count} rows)`,
      kind: 'source',
      filters: { ...filters, without: id },
      drops: null,
    });
  }
  return list;
}

function some(rows: ArrayLike<number>, test: (stance: number) => boolean): boolean {
  for (let k = 0; k < rows.length; k++) if (test(rows[k]!)) return true;
  return false;
}
