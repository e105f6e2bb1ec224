import { count } from '../counts';
import { languageName } from '../languages';

/** What an opened row says of itself. */
export const evidenceMessages = {
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
  setClock: (date: string) => `${date}: set the clock to this date`,
};
