import { count, plural } from '../counts';
import { list, quoted, slugWords } from '../names';
import { kindWords } from '../sources';

/** What the form for one statement says of what is entered. */
export const deskFormMessages = {
  addressIsNone: 'The address is no full address of the web: it begins with https:// or http://.',
  noPage: 'No page, no row: give the address or the outlet of the page that you read.',
  noOutlet: 'Say who published the page.',
  noKind: 'Say what kind of outlet it is, where you know it.',
  noOriginal: 'The words are translated and the original does not stand beside them.',
  stands: 'The quote stands in the text, word for word.',
  notInText: 'The quote does not stand in the text word for word. Copy it, and mark what is cut by an ellipsis.',
  words: (n: number, { rule, most }: { rule: number; most: number }) =>
    n > most
      ? `The quote has ${count(n, { one: 'word', other: 'words' })}; the most is ${most}.`
      : n > rule
        ? `The quote has ${count(n, { one: 'word', other: 'words' })}, more than the rule of ${rule}.`
        : `${count(n, { one: 'word', other: 'words' })}, within the rule of ${rule}.`,
  noWords: 'There is neither a quote nor a summary: nobody can read what the row rests on.',
  noTitle: 'Give it a title: who said what, in a few neutral words.',
  noSpeaker: 'Say who said it.',
  unknown: (id: string) => `${quoted(id)} is not in the record, and was not made here.`,
  newTopics: (topics: readonly string[]) =>
    `${list(topics.map(slugWords))} ${plural(topics.length, { one: 'is a new topic', other: 'are new topics' })} of the record.`,
  namesKnown: 'Speaker, targets, place and topics are in the record, or made here.',
  noDate: 'Say when it was said.',
  dateIsNone: (reason: string) => `The date cannot be read: ${reason}.`,
  pageDateIsNone: (reason: string) => `The page’s date cannot be read: ${reason}.`,
  afterPage: 'It was said after the page came out. One of the two dates is wrong.',
  notAfterPage: 'The day is not after the page’s own date.',
  noTarget: 'Nobody is named of whom it is said: the statement shows no stance.',
  onOneself: 'One of the targets is the holder: it is counted in no pair.',
  noScore: (n: number) => `${count(n, { one: 'target has', other: 'targets have' })} no score.`,
  noReason: (n: number) => `${count(n, { one: 'score has', other: 'scores have' })} no reason.`,
  noAttribution: 'Say whose account it is.',
  noCoder: 'Say who scores: a name of your own, so that your reading is told from others’.',
  scored: 'Every stance has a score and a reason.',
  carriedBy: (kind: string, mirror: boolean) =>
    kind === 'opinion'
      ? 'Rests on one opinion page.'
      : mirror
        ? 'Read on a mirror or copy.'
        : kind === 'state-media'
          ? 'Rests on one page of state media.'
          : '',
  carriedAlone: (kind: string, mirror: boolean) =>
    kind === 'opinion'
      ? 'One opinion page alone carries this row.'
      : mirror
        ? 'A mirror alone carries this row.'
        : `One page of ${kindWords(kind)} alone carries this row.`,
  carriedSaid: 'The note says what alone carries this row.',
  sayInNote: 'Say so in the note',
  twin: (title: string) => `The record has these words already: ${quoted(title)}.`,
};
