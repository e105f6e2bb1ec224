import { describe, expect, it } from 'vitest';
import { readRecord } from '../../record/reading/read';
import { filesByModels, shippedByModels } from '../../testing/shippedDataset';
import { byPeople, byPeopleWords } from './people';

const flank = shippedByModels('eastern-flank');
const text = (files: ReadonlyMap<string, string | Uint8Array>, name: string) => {
  const content = files.get(name);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};

/** The shipped record with codings of people: by name, how many stances each coded, from the first on, as coder a did or one off. */
function withPeople(people: Record<string, { n: number; off?: number }>) {
  const files = new Map<string, string | Uint8Array>(filesByModels('eastern-flank'));
  const a = flank.coders.indexOf('a');
  const rows = Object.entries(people).flatMap(([coder, { n, off = 0 }]) =>
    flank.stances.id.slice(0, n).map((id, i) => {
      const score = flank.stances.coders[i * flank.coders.length + a]!;
      return `${id},${coder},${i % 5 === 0 ? Math.max(-2, Math.min(2, score + off)) : score},why`;
    }),
  );
  files.set('codings.csv', `${text(files, 'codings.csv')}${rows.join('\n')}\n`);
  files.set(
    'coders.csv',
    `${text(files, 'coders.csv')}${Object.keys(people)
      .map((coder) => `${coder},,person,,\n`)
      .join('')}`,
  );
  return readRecord(files, 'eastern-flank');
}

describe('codings by people', () => {
  it('are none in a record that models coded, and that is said', () => {
    expect(byPeople(flank)).toEqual({ people: [], codings: 0, stances: 0, agreement: null });
    expect(byPeopleWords('this record', byPeople(flank))).toBe('No person has coded a stance of this record yet.');
  });

  it('of one person are counted and have no agreement', () => {
    const words = byPeopleWords('this record', byPeople(withPeople({ anna: { n: 20 } })));
    expect(words).toBe('20 codings by anna, on 20 stances of this record; with one person there is no agreement to measure.');
  });

  it('of two have an alpha with its interval, on the stances that both coded, and no model’s score in it', () => {
    const found = byPeople(withPeople({ anna: { n: 40 }, ben: { n: 30, off: 1 } }));
    expect(found).toMatchObject({ people: ['anna', 'ben'], codings: 70, stances: 40 });
    expect(found.agreement?.units).toBe(30);
    expect(found.agreement?.ratings).toBe(60);
    expect(found.agreement?.alpha).toBeLessThan(1);
    expect(byPeopleWords('this record', found)).toMatch(
      /^70 codings by anna and ben, on 40 stances of this record; among them alpha is 0\.\d\d \(0\.\d\d to 1\.00|0\.\d\d\), on the 30 stances coded by two or more\.$/,
    );
  });

  it('of a pair are of its stances alone; below ten in common there is no alpha', () => {
    const record = withPeople({ anna: { n: 40 }, ben: { n: 40 } });
    const nine = Array.from({ length: 9 }, (_, i) => i);
    const found = byPeople(record, [...nine, 100, 101]);
    expect(found).toMatchObject({ codings: 18, stances: 9 });
    expect(byPeopleWords('Belarus on Poland', found)).toBe(
      '18 codings by anna and ben, on 9 stances of Belarus on Poland; 9 of them were coded by two or more, too few for an alpha.',
    );
  });
});
