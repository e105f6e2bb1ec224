import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { signedGraph, type SignedGraph } from '../analysis/balance/signs';

/** The sixteen highland tribes of New Guinea and their 58 alliances (+) and enmities (-), each once (Read 1954; Hage and Harary 1983). */
const TRIBES: Record<string, string> = {
  Gavev: '+Kotun -Ove -Alika -Nagam -Gahuk -Asaro +Nagad +Gama',
  Kotun: '-Ove -Nagam -Gahuk -Notoh -Kohik +Nagad +Gama',
  Ove: '+Alika +Gahuk +Masil +Ukudz',
  Alika: '+Ukudz',
  Nagam: '+Masil +Notoh +Seuve -Nagad -Gama',
  Gahuk: '+Masil +Ukudz -Notoh +Geham +Asaro -Uheto -Gama',
  Asaro: '-Seuve -Nagad -Gama',
  Nagad: '+Gama',
  Notoh: '+Kohik -Geham +Uheto -Nagad',
  Kohik: '-Geham +Uheto -Nagad',
  Masil: '+Ukudz +Geham +Asaro +Uheto',
  Ukudz: '+Geham +Asaro -Seuve',
  Seuve: '-Gama',
  Geham: '+Asaro -Uheto -Nagad -Gama',
  Uheto: '+Seuve -Nagad -Gama',
};

/** Read's highland tribes as a graph: 16 nodes, 58 edges, 29 of them negative. For tests: its figures are published (signnet). */
export function highlandTribes(): SignedGraph {
  const pairs = Object.entries(TRIBES).flatMap(([from, list]) =>
    list.split(' ').map((tie) => [from, tie.slice(1), tie[0]] as const),
  );
  const names = [...new Set(pairs.flatMap(([from, to]) => [from, to]))].sort();
  return signedGraph(
    names.length,
    pairs.map(([from, to, sign]) => [names.indexOf(from), names.indexOf(to), sign === '+' ? 1 : -1] as const),
  );
}

/** The six great powers before the First World War in a year (Antal, Krapivsky and Redner 2006), from the dataset's own table. For tests. */
export function greatPowers(year: number): SignedGraph {
  const text = readFileSync('data/great-powers/ties.csv', 'utf8');
  const ties = Papa.parse<{ members: string; sign: string; start: string; end: string }>(text, {
    header: true,
    skipEmptyLines: true,
  }).data;
  const names = [...new Set(ties.flatMap(({ members }) => members.split(';')))].sort();
  const holding = ties.filter(({ start, end }) => Number(start) <= year && year < Number(end));
  return signedGraph(
    names.length,
    holding.map(({ members, sign }) => {
      const [a, b] = members.split(';').map((name) => names.indexOf(name)) as [number, number];
      return [a, b, Number(sign) > 0 ? 1 : -1] as const;
    }),
  );
}
