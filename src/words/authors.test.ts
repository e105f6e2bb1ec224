import { expect, test } from 'vitest';
import { authorsOf } from './authors';

const told = (text: string, outlet = '') =>
  authorsOf(text, outlet).map((author) =>
    author.kind === 'body' ? `{${author.name}}` : [author.family, author.suffix, author.given].filter(Boolean).join(', '),
  );

test('several authors are told apart, however a table separates them', () => {
  expect(told('T. Antal; P. L. Krapivsky; S. Redner')).toEqual(['Antal, T.', 'Krapivsky, P. L.', 'Redner, S.']);
  expect(told('Mariya Yemets, Anastasia Protz')).toEqual(['Yemets, Mariya', 'Protz, Anastasia']);
  expect(told('Ann Berg, Bo Carlsen and Cai Dahl')).toEqual(['Berg, Ann', 'Carlsen, Bo', 'Dahl, Cai']);
  expect(told('Ann Berg & Bo Carlsen')).toEqual(['Berg, Ann', 'Carlsen, Bo']);
  expect(told(' ; ')).toEqual([]);
});

test('a family name that was put first, with its particle or its suffix, is one', () => {
  expect(told('Karbalevich, Valery')).toEqual(['Karbalevich, Valery']);
  expect(told('Ursula von der Leyen')).toEqual(['von der Leyen, Ursula']);
  expect(told('John Smith Jr.')).toEqual(['Smith, Jr., John']);
  expect(told('Валерий Карбалевич')).toEqual(['Карбалевич, Валерий']);
});

test('agencies, desks and single words stand as they are written', () => {
  for (const body of [
    'AFP',
    'BNS/TBT Staff',
    'bne IntelliNews',
    'Redakcja',
    'Ministry of Defence',
    'Trade and Industry',
    'ABC DEF',
  ])
    expect(told(body)).toEqual([`{${body}}`]);
  expect(told('Anna Nova', 'Anna Nova')).toEqual(['{Anna Nova}']);
  // One part that is no person's name: nothing is cut at its comma.
  expect(told('Foreign Desk, Vilnius')).toEqual(['{Foreign Desk, Vilnius}']);
});
