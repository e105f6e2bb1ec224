import type { StanceRecord } from '../../record/record';

/** Who gave a score or a rating: what the record says of a coder by name. The one place that decides who is a person. */
export type CoderKind = 'person' | 'model' | 'unknown';

/** Words by which a record says that a coder is no person. */
const MODEL = /\b(language models?|large language|llm|machine|algorithm|automatic)/i;

/**
 * What the record says of a coder: a person where it describes one, a model where it says so, unknown where it says nothing. Nobody is
 * taken for a person in silence.
 */
export function coderKind({ meta }: Pick<StanceRecord, 'meta'>, coder: string): CoderKind {
  const told = (meta.coders?.[coder] ?? '').trim();
  if (told === '') return 'unknown';
  return MODEL.test(told) ? 'model' : 'person';
}

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
