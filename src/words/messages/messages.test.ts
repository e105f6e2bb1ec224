import { formatDay } from '../dates';
import { describe, expect, it, test } from 'vitest';
import { dayOf } from '../calendar';
import { coverageMessages } from './coverage';
import { evidenceMessages } from './evidence';
import { mapMessages } from './map';
import { networkMessages } from './network';

const day = dayOf('2026-01-26');
const before = dayOf('2025-10-01');

describe('the map says', () => {
  it('what its shading means, with the rows behind it', () => {
    expect([mapMessages.of('Belarus'), mapMessages.towards('Belarus'), mapMessages.ties('Belarus')]).toEqual([
      'Belarus on its neighbours',
      'Others on Belarus',
      'Belarus’s ties',
    ]);
    expect([1, 3].map(mapMessages.tooFew)).toEqual(['one row only, not shaded', 'only 3 rows, not shaded']);
    expect([1, 3].map(mapMessages.fewRows)).toEqual(['one row', 'three rows']);
    expect([-2, 0, 1].map(mapMessages.side)).toEqual(['unfriendly', 'mixed', 'friendly']);
    expect(mapMessages.tied(-1, ['enmity since 1872', 'war since 1877'])).toBe('unfriendly: enmity since 1872; war since 1877');
    expect(mapMessages.actor('Poland', mapMessages.notCovered)).toBe('Poland: not covered');
    expect(mapMessages.noTie).toBe('no signed tie at this date');
    expect([mapMessages.subject, mapMessages.tieSubject]).toEqual(['the actor that the map reads from', 'the actor whose ties are shown']); // prettier-ignore
  });

  it('whether a crossing is open, and who says that it is not', () => {
    expect(mapMessages.closed('Kuźnica', 'Poland shuts the border')).toBe('Kuźnica, closed: Poland shuts the border');
    expect(mapMessages.open('Kuźnica')).toBe('Kuźnica, open: no closure in the record at this date');
  });

  it('what stands at a place, and the last of it', () => {
    const when = { text: '2025-11-05', first: dayOf('2025-11-05'), last: dayOf('2025-11-05') };
    expect(mapMessages.place('Minsk', 2, 3, { when, title: 'Talks end' })).toBe('Minsk, 2 events and 3 statements; last on 5 November 2025: Talks end'); // prettier-ignore
    expect([mapMessages.place('Minsk', 1, 0, null), mapMessages.place('Minsk', 0, 1, null)]).toEqual(['Minsk, 1 event', 'Minsk, 1 statement']); // prettier-ignore
  });
});

describe('the network says', () => {
  it('how a line changed, and never that what is not covered is zero', () => {
    expect(networkMessages.changed('Belarus on Poland', -0.6, null, 1, before, day)).toBe(
      'Belarus on Poland: −0.6 to not covered between 1 October 2025 and 26 January 2026',
    );
  });

  it('how many changed, in the singular and the plural, and how many are known once only', () => {
    const between = 'between 1 October 2025 and 26 January 2026';
    expect(networkMessages.changes(9, 56, 12, before, day)).toBe(
      `9 of 56 pairs changed their grade ${between}, 12 are covered on one of the two days only`,
    );
    expect(networkMessages.changes(1, 1, 1, before, day)).toBe(
      `1 of 1 pair changed its grade ${between}, 1 is covered on one of the two days only`,
    );
    expect(networkMessages.changes(0, 2, 0, before, day)).toBe(`0 of 2 pairs changed their grade ${between}`);
  });

  it('who an actor is and what is drawn of it', () => {
    const actor = networkMessages.actor('Belarus', 'state', 6, 8);
    expect(actor).toBe('Belarus, state: 6 stances held, 8 received');
    expect([0, 3].map((ties) => networkMessages.actorAndTies(actor, ties))).toEqual([
      actor,
      `${actor}; 3 ties in force, in the table`,
    ]);
    expect([1, 2].map((others) => networkMessages.tiedActor('Prussia', 'state', others))).toEqual([
      'Prussia, state: signed ties with 1 other',
      'Prussia, state: signed ties with 2 others',
    ]);
  });

  it('how much of it there is', () => {
    expect(networkMessages.picture(2, 1, 'stance', day)).toBe('Network of 2 actors and 1 stance on 26 January 2026');
    expect([1, 42].map((lines) => networkMessages.drawn(lines, 56, 'stance', day))).toEqual([
      '1 of 56 pairs is covered on 26 January 2026',
      '42 of 56 pairs are covered on 26 January 2026',
    ]);
    expect([0, 2].map((lines) => networkMessages.drawn(lines, 3, 'signed tie', day, 3 - lines))).toEqual(
      [
        'Which of 3 signed ties hold on DAY is not known: the source tells no more',
        '2 of 3 signed ties are known to hold on DAY; of 1 the source tells no more',
      ].map((words) => words.replace('DAY', formatDay(day))),
    );
    expect([1, 2].map((lines) => networkMessages.drawn(lines, 3, 'signed tie', day))).toEqual([
      '1 of 3 signed ties holds on 26 January 2026',
      '2 of 3 signed ties hold on 26 January 2026',
    ]);
    expect(networkMessages.hairline('Belarus and Poland', ['treaty', 'union'])).toBe('Belarus and Poland: treaty; union');
    expect(networkMessages.crowded(40, 1)).toBe('40 actors, 1 line:');
  });
});

describe('an empty place says why it is empty, what that does not mean, and what the record covers', () => {
  const record = { span: [before, day] as const, evidence: { n: 9 } };
  const covers = 'The record covers 1 October 2025 to 26 January 2026';
  const only = `${covers}; not covered is not the same as nothing happened.`;

  test.each([
    [coverageMessages.covers(record), `${covers}.`],
    [coverageMessages.covers({ span: [day, day], evidence: { n: 1 } }), 'The record covers 26 January 2026.'],
    [coverageMessages.emptyWindow('tie', day, day, record), `No ties on 26 January 2026. ${only}`],
    [coverageMessages.filteredWindow(day, day), 'No rows on 26 January 2026 pass the filters:'],
    [coverageMessages.rowsInWindow(1, day, day), '1 row on 26 January 2026'],
    [coverageMessages.rowsInWindow(2, day - 1, day), '2 rows from 25 to 26 January 2026'],
    [coverageMessages.covers({ span: null, evidence: { n: 9 } }), 'No row of the record has a date.'],
    [coverageMessages.covers({ span: null, evidence: { n: 0 } }), 'The record has no rows yet.'],
    [coverageMessages.noTime({ span: null, evidence: { n: 0 } }), 'The record has no rows yet, so there is no time to show.'],
    [coverageMessages.noTime({ span: null, evidence: { n: 1 } }), 'No row of the record has a date, so there is no time to show it on a clock.'], // prettier-ignore
    [coverageMessages.pairNotCovered(record), `Not covered is not the same as nothing said. ${covers}.`],
    [coverageMessages.emptyWindow('row', before, day, record), `No rows between 1 October 2025 and 26 January 2026. ${only}`],
    [coverageMessages.emptyWindow('tie', before, day, record), `No ties between 1 October 2025 and 26 January 2026. ${only}`],
    [coverageMessages.filteredWindow(before, day), 'No rows between 1 October 2025 and 26 January 2026 pass the filters:'],
    [coverageMessages.noPair(1, day, record), `No pair rests on a row up to 26 January 2026. ${only}`],
    [coverageMessages.noPair(3, day, record), `No pair rests on 3 rows or more up to 26 January 2026. ${only}`],
    [coverageMessages.nothingBy('row', day, record), `No rows by 26 January 2026. ${covers}.`],
    [coverageMessages.nothingBy('tie', day, record), `No signed tie by 26 January 2026. ${covers}.`],
  ])('%s', (said, expected) => expect(said).toBe(expected));

  it('counts rows without a date, and is silent where every row has one', () => {
    expect([0, 1, 2].map(coverageMessages.undated)).toEqual(['', '1 row has no date', '2 rows have no date']);
  });
});

describe('a row says', () => {
  it('whose account it is', () => {
    expect(evidenceMessages.basis('statement', 'x')).toBe('own words');
    expect(evidenceMessages.basis('conduct', 'x')).toBe('an act');
    expect(['', 'Poland'].map((by) => evidenceMessages.basis('attribution', by))).toEqual(['as others say', 'as Poland says']);
    expect([true, false].map((account) => evidenceMessages.holds('−1 critical', account))).toEqual(['−1 critical, as others say', '−1 critical']); // prettier-ignore
    expect(evidenceMessages.mark('5 November 2025', 'Belarus on Poland', -1, true, 'Talks end')).toBe(
      '5 November 2025: Belarus on Poland, −1 critical, as others say. Talks end',
    );
  });

  it('where an event was, and whom a row is about', () => {
    expect(['', 'Minsk'].map(evidenceMessages.event)).toEqual(['Event', 'Event, Minsk']);
    expect(evidenceMessages.heading('about 2025', '')).toBe('About 2025');
    expect(evidenceMessages.heading('9 September 2025', 'Poland on Belarus')).toBe('9 September 2025, Poland on Belarus');
    expect(evidenceMessages.setClock('9 September 2025')).toBe('9 September 2025: set the clock to this date');
  });

  it('in which language the words were read, and whether it is the speaker’s own', () => {
    const said = (['own', 'reported'] as const).flatMap((origin) => ['be', ''].map((language) => evidenceMessages.original(language, origin))); // prettier-ignore
    expect(said).toEqual([
      'In the original, Belarusian',
      'In the original',
      'As reported in Belarusian, which is not the speaker’s own language here',
      'As another language’s report has it',
    ]);
  });

  it('with how many others it is counted once', () => {
    expect(evidenceMessages.occasion('Poland on Belarus', 0)).toBe('Poland on Belarus: the record groups this row by itself.');
    expect([1, 2].map((others) => evidenceMessages.occasion('Poland on Belarus', others).split(' that ')[0])).toEqual([
      'Poland on Belarus: counted once with 1 other row',
      'Poland on Belarus: counted once with 2 other rows',
    ]);
  });
});
