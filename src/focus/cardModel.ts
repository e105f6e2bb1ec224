import { openEvidence, type OpenStance } from '../record/open';
import { quoted } from '../words/names';
import { sourcesLine } from '../words/sources';
import type { Confidence, Source, StanceRecord } from '../record/record';

/** A statement or event as a card shows it, wherever a page lists evidence outside the column of rows. */
export interface EvidenceCard {
  e: number;
  id: string;
  title: string;
  /** Months cut to three letters. */
  date: string;
  /** In quotation marks; empty for an event and where no words were seen. */
  quote: string;
  translated: boolean;
  summary: string;
  /** Who spoke; empty for an event. */
  speaker: string;
  /** `BelTA, state media and 2 more`; empty without a source. */
  sourceLine: string;
  confidence: Confidence;
  notes: string;
  stances: { row: number; names: string; score: number; attributed: boolean }[];
  sources: Source[];
}

/**
 * What a card shows of evidence `e`.
 *
 * @param about actors (indices) whose stances on each other come first
 */
export function evidenceCard(record: StanceRecord, e: number, about: ReadonlySet<number> = new Set()): EvidenceCard {
  const open = openEvidence(record, e);
  const name = (actor: number) => record.actors[actor]?.name ?? '';
  const near = ({ holder, target }: OpenStance) => Number(about.has(holder)) + Number(about.has(target));
  const stances = [...open.stances].sort((a, b) => near(b) - near(a) || a.row - b.row);
  const sources = open.sources.flatMap((source) => record.sources[source] ?? []);
  return {
    e,
    id: open.id,
    title: open.title,
    date: open.shortDate,
    quote: quoted(open.quote),
    translated: open.translated,
    summary: open.summary,
    speaker: name(open.speaker),
    sourceLine: sourcesLine(sources),
    confidence: open.confidence,
    notes: open.notes,
    stances: stances.map(({ row, holder, target, score, basis }) => ({
      row,
      names: `${name(holder)} on ${name(target)}`,
      score,
      attributed: basis === 'attribution',
    })),
    sources,
  };
}
