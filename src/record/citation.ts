import { openEvidence, type OpenEvidence } from './open';
import type { Source, StanceRecord } from './record';
import { formatDate } from '../words/dates';
import { languageName } from '../words/languages';

function sentence(text: string): string {
  return text === '' || /[.!?…]["”’»]?$/.test(text) ? text : `${text}.`;
}

/** One source in words: author, title, outlet, date, and its address, said to be a mirror where it is one. */
function sourceWords(source: Source): string {
  const parts = [
    source.author,
    source.title && `“${source.title}”`,
    source.outlet,
    source.published && formatDate(source.published),
  ];
  const head = parts.filter(Boolean).join(', ');
  if (source.url === '') return head;
  return `${head}, ${source.mirror ? 'read at a mirror: ' : ''}${source.url}`;
}

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
    ? `“${evidence.quote}”${evidence.translated ? ' (translated)' : ''}${originalOf(evidence)}`
    : evidence.title;
  const sources = evidence.sources.flatMap((source) => record.sources[source] ?? []).map(sourceWords);
  const from = sources.length > 0 ? `${sources.length > 1 ? 'Sources' : 'Source'}: ${sources.join('; ')}` : '';
  const licence = record.meta.licence ? ` (${record.meta.licence})` : '';
  const dataset = `In: Stanceline, “${record.meta.title}”${licence}`;
  return [[who, what].filter(Boolean).join(': '), evidence.date, from, dataset, permalink]
    .filter(Boolean)
    .map((part) => (part === permalink || part === from ? part : sentence(part)))
    .join(' ');
}
