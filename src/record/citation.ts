import { openEvidence, type OpenEvidence } from './open';
import type { StanceRecord } from './record';
import { languageName } from '../words/languages';
import { quoted, sentence } from '../words/names';
import { citation, recordLine } from '../words/sources';
import { plural } from '../words/counts';

/** The words in which a quote was read, in brackets after it. */
function originalOf({ original }: OpenEvidence): string {
  if (original === null) return '';
  const language = original.language === '' ? '' : `, ${languageName(original.language)}`;
  return ` [${original.origin === 'reported' ? 'as reported' : 'original'}${language}: “${original.text}”]`;
}

/**
 * A plain-text citation of one statement or event, to paste under a slide or into a footnote: who, what, when, every source that was
 * read, the dataset, and the link to the row. A mirror's address is marked as such.
 *
 * @param index index into `record.evidence`
 * @param permalink address that opens exactly this row
 */
export function citationOf(record: StanceRecord, index: number, permalink: string): string {
  const evidence = openEvidence(record, index);
  const speaker = record.actors[evidence.speaker]?.name ?? '';
  const behalf = evidence.behalf === evidence.speaker ? '' : (record.actors[evidence.behalf]?.name ?? '');
  const who = speaker && behalf ? `${speaker} (for ${behalf})` : speaker;
  const what = evidence.quote
    ? `${quoted(evidence.quote)}${evidence.translated ? ' (translated)' : ''}${originalOf(evidence)}`
    : evidence.title;
  const sources = evidence.sources.flatMap((source) => record.sources[source] ?? []).map(citation);
  const from = sources.length > 0 ? `${plural(sources.length, { one: 'Source', other: 'Sources' })}: ${sources.join('; ')}` : '';
  const dataset = `In: ${recordLine(record.meta)}`;
  return [[who, what].filter(Boolean).join(': '), evidence.date, from, dataset, permalink]
    .filter(Boolean)
    .map((part) => (part === permalink || part === from ? part : sentence(part)))
    .join(' ');
}
