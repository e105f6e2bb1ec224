import { count, plural } from '../counts';
import { list, pairName, quoted, slugWords } from '../names';
import { signed } from '../numbers';
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
  pair: (holder: string, target: string) => pairName(holder, target),
  /** What the text holds, as it was read. */
  read: (words: number, quotations: number, actors: number, dates: number) =>
    `${count(words, { one: 'word', other: 'words' })}: ${count(quotations, { one: 'quotation', other: 'quotations' })}, ${count(actors, 'actor')}, ${count(dates, { one: 'date', other: 'dates' })}.`,
  becomes: (statements: number, stances: number) => `becomes ${count(statements, 'statement')} and ${count(stances, 'stance')}`,
  knownPage: (rows: number) =>
    rows === 0
      ? 'A page that the record has, and no row rests on it.'
      : `A page that the record has: the source of ${count(rows, 'row')}.`,
  knownOutlet: (outlet: string, pages: number) =>
    `${outlet}: filled in from ${count(pages, { one: 'page', other: 'pages' })} of the record.`,
  newOutlet: (outlet: string) => `${outlet} is new to the record.`,
  /** A mean as it is and as it would be. */
  moves: (now: number | null, then: number, rows: number) =>
    now === null ? `first row: ${signed(then, 2)}` : `${signed(now, 2)} to ${signed(then, 2)}, ${count(rows, 'row')}`,
  outside: 'The row lies outside the window that the page shows: it moves no mean of it.',
  /** Why a row may be the same statement. */
  likely: (days: number, before: boolean, shared: readonly string[], same: boolean) =>
    [
      same ? 'The same words' : 'The same speaker',
      Number.isFinite(days)
        ? days === 0
          ? 'on the same day'
          : `${count(days, 'day')} ${before ? 'before' : 'after'}`
        : 'on a day that is not known',
      shared.length > 0 ? `also on ${list(shared)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  noDuplicate: (days: number) => `No row by this speaker within ${days} days, and none in these words.`,
  checks: (passes: number, warnings: number, errors: number) =>
    [
      count(passes, { one: 'passes', other: 'pass' }),
      warnings > 0 ? count(warnings, 'warning') : '',
      errors > 0 ? count(errors, 'error') : '',
    ]
      .filter(Boolean)
      .join(', '),
  kept: (title: string, stances: number) => `Added: ${quoted(title, 80)}, with ${count(stances, 'stance')}.`,
  keptClaim: (claim: string) => `Added the claim ${quoted(claim, 80)}.`,
  taken: 'Taken: the words of the row beside.',
  label: (title: string) => `Statement added: ${title}`,
  claimLabel: (claim: string) => `Claim added: ${claim}`,
  pageLabel: (title: string) => `Page added to ${title}`,
  flatLabel: (statements: number) => `${count(statements, 'statement')} pasted from a sheet`,
  /** What a flat sheet of statements became. */
  flat: (statements: number, stances: number, pages: number, unknown: readonly string[], passed: readonly string[]) =>
    [
      `${count(statements, 'statement')} with ${count(stances, 'stance')}, from ${pages === 0 ? 'pages that the record has' : count(pages, { one: 'new page', other: 'new pages' })}. Undo takes all of it back.`,
      unknown.length === 0
        ? ''
        : `${list(unknown.map((name) => quoted(name)))} ${plural(unknown.length, { one: 'is no name', other: 'are no names' })} of the record: add ${plural(unknown.length, { one: 'it', other: 'them' })} to actors or places, or write another.`,
      passed.length === 0 ? '' : `Left out: ${list(passed.map((name) => quoted(name)))}.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  /** A pair on a day, beside a sentence of an article. */
  then: (pair: string, value: number | null, rows: number) =>
    value === null ? `${pair}: no row by then` : `${pair}: ${signed(value, 1)}, ${count(rows, 'row')}`,
  silent: (a: string, b: string) => `No row of ${a} and ${b} on each other.`,
};
