import { coderKind } from '../../record/coding';
import type { StanceRecord } from '../../record/record';

/** Whether agreement among these coders is that of people, and so says how reliable the coding is, or only how alike readings come out. */
export type RatedBy = 'people' | 'models';

/** `people` where at least two coders are compared and every one is a person. */
export function ratedBy(record: Pick<StanceRecord, 'meta'>, coders: readonly string[]): RatedBy {
  return coders.length > 1 && coders.every((coder) => coderKind(record, coder) === 'person') ? 'people' : 'models';
}

/** What an alpha says, by who was compared: Krippendorff's bars hold for people who coded apart from each other. */
export const AGREEMENT_WORDS: Readonly<Record<RatedBy, string>> = {
  people: 'From 0.80 up for firm conclusions, from 0.667 for tentative ones.',
  models:
    'Not all of them are people: this is consistency, how alike the readings come out, and no measure of reliability. No bar for conclusions applies until people have coded.',
};
