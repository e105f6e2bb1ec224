import type { Source, StanceRecord } from '../../record/record';
import { referenceOf } from '../reference';
import { formatDate } from '../../words/dates';
import { figureMessages } from '../../words/messages/figures';
import { saidAlike, saysNumber } from '../../words/saidNumber';

/** What an opened link shows where it leads to no statement or event. */
export interface NoteCard {
  title: string;
  lines: string[];
  /** Address of a page that was read, where it is live. */
  url: string;
  sources: Source[];
}

/**
 * The card of a tie, a claim, a hypothesis, an actor, a place, a source or a figure; null where a link leads to a row or to nothing.
 *
 * @param said the words of the link: of a figure, the number that the text says
 */
export function noteCard(record: StanceRecord, href: string, said = ''): NoteCard | null {
  const reference = referenceOf(record, href);
  const none = { url: '', sources: [] };
  if (reference.type === 'tie') {
    const { title, summary, sources, start, end } = reference.tie;
    const span = [start === null ? '' : `From ${formatDate(start)}`, end === null ? '' : `up to ${formatDate(end)}`];
    const lines = [summary, span.filter((part) => part !== '').join(' ')].filter((line) => line !== '');
    return { ...none, title, lines, sources: sources.flatMap((source) => record.sources[source] ?? []) };
  }
  if (reference.type === 'claim') {
    const { claim, verdict, note, source } = reference.claim;
    const page = record.sources[source];
    return { ...none, title: `Claim: ${claim}`, lines: [`Verdict: ${verdict}.`, note], sources: page ? [page] : [] };
  }
  if (reference.type === 'hypothesis') {
    const { title, description } = reference.hypothesis;
    return { ...none, title, lines: [description] };
  }
  if (reference.type === 'actor') {
    const { name, description } = reference.actor;
    return { ...none, title: name, lines: [description] };
  }
  if (reference.type === 'place') return { ...none, title: reference.place.name, lines: [] };
  if (reference.type === 'source') {
    const source = reference.source;
    return { title: source.title || source.outlet, lines: [], url: source.url, sources: [source] };
  }
  if (reference.type === 'figure') {
    const { figure } = reference;
    if ('fault' in figure) return { ...none, title: 'A number that cannot be read', lines: [figure.fault] };
    const lines = said === '' ? [] : [saysNumber(said, figure.value) ? figureMessages.holds : figureMessages.differs(saidAlike(said, figure.value))]; // prettier-ignore
    return { ...none, title: figure.what, lines };
  }
  return null;
}
