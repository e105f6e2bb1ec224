import { count } from '../counts';
import { languageName } from '../languages';
import { capital } from '../names';
import { scored, type Grade } from '../scores';

/** What a row says of itself. */
export const evidenceMessages = {
  /** After who spoke. */
  translated: 'translated',
  /** Instead of who spoke: `Event, Minsk`. */
  event: (places: string) => (places === '' ? 'Event' : `Event, ${places}`),
  /** A coded stance: whose it is or what it is, and that it is somebody else's account where it is one. */
  holds: (stance: string, account: boolean) => (account ? `${stance}, as others say` : stance),
  /** A mark of a chart: `5 November 2025: Belarus on Poland, −1 critical, as others say. Title of the row`. */
  mark: (date: string, pair: string, grade: Grade, account: boolean, title: string) =>
    `${date}: ${pair}, ${evidenceMessages.holds(scored(grade, 0), account)}. ${title}`,
  /** Over a row in a scene: `9 September 2025, Poland on Belarus`; `pair` is empty where no stance was coded from it. */
  heading: (date: string, pair: string) => (pair === '' ? capital(date) : `${capital(date)}, ${pair}`),
  /** How a stance was taken; `by` is who gives the account, empty where the row does not name him. */
  basis: (basis: 'statement' | 'conduct' | 'attribution', by: string) => {
    if (basis === 'statement') return 'own words';
    if (basis === 'conduct') return 'an act';
    return by === '' ? 'as others say' : `as ${by} says`;
  },
  /** Over the words in which a quote was read. */
  original: (language: string, origin: 'own' | 'reported' | '') => {
    const named = language === '' ? '' : languageName(language);
    if (origin === 'reported')
      return named === ''
        ? 'As another language’s report has it'
        : `As reported in ${named}, which is not the speaker’s own language here`;
    return named === '' ? 'In the original' : `In the original, ${named}`;
  },
  /** Rows of a pair that tell of one act, talk or decision. */
  occasion: (pair: string, others: number) =>
    others === 0
      ? `${pair}: the record groups this row by itself.`
      : `${pair}: counted once with ${count(others, { one: 'other row', other: 'other rows' })} that tell of the same act, talk or decision. That they belong together is a judgement.`,
  /** Over the rows that began before the window and go on in it. */
  holding: (rows: number) => `Begun before the window and going on in it: ${count(rows, 'row')}`,
  /** An opened row that the window does not hold. */
  outside: (side: 'before' | 'after', window: string) => `This row lies ${side} the window, ${window}.`,
  /** Stances that a card leaves out until it is opened. */
  moreStances: (n: number) => `and ${count(n, { one: 'more stance', other: 'more stances' })}`,
  setClock: (date: string) => `${date}: set the clock to this date`,
};
