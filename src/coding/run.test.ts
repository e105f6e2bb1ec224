import { describe, expect, it } from 'vitest';
import { readRecord } from '../record/reading/read';
import { dataset } from '../testing/soundDataset';
import { shipped } from '../testing/shippedDataset';
import { codable, coderId, codingRow, firstOpen, missingOf, type Answer, type Run } from './run';

const flank = shipped('eastern-flank');
const stanceOf = (evidence: string, holder: string, target: string) => `${evidence}--${holder}--${target}`;

describe('a row as a coder sees it', () => {
  const id = stanceOf('2025-11-11-lukashenko-congratulates-poles-independence-day', 'belarus', 'poland');
  const row = codingRow(flank, id)!;

  it('has date, speaker, office, quote, summary and the question', () => {
    expect(row).toMatchObject({
      date: '11 November 2025',
      speaker: 'Aleksandr Lukashenko',
      office: 'president of Belarus',
      quoted: true,
      pair: 'Belarus on Poland',
      question: 'How does Belarus stand towards Poland here?',
    });
    expect(row.words).toMatch(/^“Good neighborliness/);
    expect(row.summary).toMatch(/^In a message to the Polish people/);
  });

  it('gives nothing away: no title, outlet, topic, score or reason of another', () => {
    const stance = flank.stances.id.indexOf(id);
    const e = flank.stances.evidence[stance]!;
    const said = JSON.stringify(row);
    expect(said).not.toContain(flank.evidence.title[e]!);
    for (const source of flank.sources) if (source.outlet.length > 5) expect(said).not.toContain(source.outlet);
    expect(Object.keys(row)).toEqual([
      'stance',
      'date',
      'speaker',
      'office',
      'words',
      'quoted',
      'translated',
      'summary',
      'original',
      'pair',
      'target',
      'question',
    ]);
  });

  it('asks of an account what the author says the holder takes', () => {
    const account = codingRow(
      flank,
      `${stanceOf('2026-02-11-korybko-svr-warning-may-show-unease-lukashenko', 'russia', 'belarus')}--attributed`,
    );
    expect(account?.question).toBe('As Andrew Korybko has it, how does Russia stand towards Belarus?');
  });

  it('is read by its summary where there is no quote, by its title where there is neither', () => {
    const files = dataset({ 'statements.csv': { 'Some words.': '' } });
    const small = readRecord(files, 'small');
    expect(codingRow(small, 'words--belarus--poland')).toMatchObject({ words: 'Minister speaks', quoted: false, summary: '' });
    expect(codingRow(small, 'closure--poland--belarus')).toMatchObject({
      words: 'Border closed',
      speaker: 'Event, Brest',
      office: '',
    });
    const summed = readRecord(dataset({ 'statements.csv': { 'Some words.,false,,': ',false,He spoke.,' } }), 'small');
    expect(codingRow(summed, 'words--belarus--poland')).toMatchObject({ words: 'He spoke.', summary: '' });
  });

  it('is none where the record does not hold it', () => {
    expect(codingRow(flank, 'gone')).toBeNull();
  });
});

describe('the way through a run', () => {
  const run: Run = {
    key: '',
    record: 'small',
    coder: { id: 'anna', name: '', side: '' },
    sample: 'all~0~1',
    stances: ['gone', 'closure--poland--belarus', 'words--belarus--poland'],
    begun: '',
  };
  const small = readRecord(dataset(), 'small');
  const places = codable(small, run);
  const answer = (stance: string, done: boolean): [string, Answer] => [
    stance,
    { stance, score: 1, reason: 'x', seconds: 1, done },
  ];

  it('passes over what the record no longer holds', () => {
    expect(places).toEqual([1, 2]);
  });

  it('goes on at the first row without an answer; a draft is none', () => {
    expect(firstOpen(places, run, new Map())).toBe(1);
    expect(firstOpen(places, run, new Map([answer('closure--poland--belarus', true)]))).toBe(2);
    expect(firstOpen(places, run, new Map([answer('closure--poland--belarus', false)]))).toBe(1);
    expect(
      firstOpen(places, run, new Map([answer('closure--poland--belarus', true), answer('words--belarus--poland', true)])),
    ).toBe(-1);
  });

  it('wants a grade, and a reason for every grade; “cannot say” needs none', () => {
    expect(missingOf({ score: undefined, reason: 'why' })).toBe('grade');
    expect(missingOf({ score: 0, reason: ' ' })).toBe('reason');
    expect(missingOf({ score: 0, reason: 'why' })).toBe('');
    expect(missingOf({ score: null, reason: '' })).toBe('');
  });
});

it('makes an id of a name, in any script', () => {
  expect(coderId('  Marta K. ')).toBe('marta-k');
  expect(coderId('Łukasz Żółć')).toBe('lukasz-zolc');
  expect(coderId('Анна')).toBe('anna');
  expect(coderId('李 雷')).toBe('李-雷');
  expect(coderId('?!')).toBe('');
});
