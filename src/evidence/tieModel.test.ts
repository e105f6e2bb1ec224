import { expect, test } from 'vitest';
import { caseRecord } from '../testing/cases';
import { dayOf } from '../words/calendar';
import { tiesOf, type TieQuestion } from './tieModel';

const record = caseRecord({
  actors: ['alba', 'borea', 'cyra'].map((id) => `${id},${id.toUpperCase()},state,,POL,52,21,,`),
  ties: [
    'b-pact,alliance,alba;borea,1,B pact,1900,1950,,src-a',
    'a-feud,enmity,borea;cyra,-1,A feud,1920,,,src-a',
    'c-all,treaty,alba;borea;cyra,,C all,1910,1920,,src-a',
  ],
});
const ids = (asked: Partial<TieQuestion> = {}) =>
  tiesOf(record, {
    pair: null,
    actors: [],
    query: '',
    from: dayOf('1900-01-01'),
    to: dayOf('1960-01-01'),
    order: 'oldest',
    ...asked,
  }).map(({ id }) => id);

test('ties of the selection: all, those of an actor, those that bind two of several', () => {
  expect(ids()).toEqual(['b-pact', 'c-all', 'a-feud']);
  expect(ids({ actors: ['alba'] })).toEqual(['b-pact', 'c-all']);
  expect(ids({ actors: ['alba', 'cyra'] })).toEqual(['c-all']);
  expect(ids({ pair: ['borea', 'cyra'] })).toEqual(['c-all', 'a-feud']);
  expect(ids({ actors: ['nobody'] })).toEqual([]);
});

test('a tie holds in a window from its first day up to and not on its end', () => {
  const on = (day: string) => ids({ from: dayOf(day), to: dayOf(day) });
  expect(on('1899-12-31')).toEqual([]);
  expect(on('1900-01-01')).toEqual(['b-pact']);
  expect(on('1919-12-31')).toEqual(['b-pact', 'c-all']);
  expect(on('1920-01-01')).toEqual(['b-pact', 'a-feud']);
  expect(on('1950-01-01')).toEqual(['a-feud']);
});

test('words cut the list, and each order is its own', () => {
  expect(ids({ query: 'feud' })).toEqual(['a-feud']);
  expect(ids({ query: 'submarine' })).toEqual([]);
  expect(ids({ order: 'newest' })).toEqual(['a-feud', 'c-all', 'b-pact']);
  expect(ids({ order: 'title' })).toEqual(['a-feud', 'b-pact', 'c-all']);
  expect(ids({ order: 'kind' })).toEqual(['b-pact', 'a-feud', 'c-all']);
  expect(ids({ order: 'sign' })).toEqual(['a-feud', 'c-all', 'b-pact']);
});
