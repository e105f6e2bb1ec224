import { openEvidence } from '../record/open';
import type { StanceRecord } from '../record/record';
import { evidenceMessages } from '../words/messages/evidence';
import { quoted } from '../words/names';

/**
 * The words as they were read, for a citation of each source that holds them: language, whether they are the speaker's own or another
 * language's report, speaker, date and id of the row. `In the original, Polish: “Mamy nadzieję …” (Donald Tusk, 20 June 2025; row …).`
 *
 * @param evidence indices into `record.evidence`: the rows that go along
 * @returns by index into `record.sources`; sources of rows without an original are left out
 */
export function originalsOf(record: StanceRecord, evidence: readonly number[]): Map<number, string> {
  const found = new Map<number, string[]>();
  for (const index of evidence) {
    const { original, id, date, speaker, sources } = openEvidence(record, index);
    if (original === null) continue;
    const who = record.actors[speaker]?.name;
    const words = `${evidenceMessages.original(original.language, original.origin)}: ${quoted(original.text)} (${who === undefined ? '' : `${who}, `}${date}; row ${id}).`;
    for (const source of sources) {
      const list = found.get(source);
      if (list) list.push(words);
      else found.set(source, [words]);
    }
  }
  return new Map(Array.from(found, ([source, list]) => [source, list.join(' ')]));
}
