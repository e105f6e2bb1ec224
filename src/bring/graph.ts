import { isCountry } from '../record/codes';
import { isDate, parseDate } from '../record/reading/dates';
import { observedUntil } from '../record/observed';
import { ACTOR_KINDS, type ActorKind } from '../record/record';
import { dayOf, isoOf } from '../words/calendar';
import { count } from '../words/counts';
import type { Account } from './account';
import { dayOnly } from './foreignDate';
import type { RecordMaker } from './recordMaker';
import { numberIn } from './sheet';

/**
 * Graphs of other tools as ties: who is joined with whom, with which sign, from when to when. An edge carries no words, so that it is no
 * statement; it holds for its time.
 */

export interface GraphNode {
  id: string;
  label: string;
  /** Everything else that the file says of it, by name. */
  attributes: ReadonlyMap<string, string>;
}

/** A time in which an edge holds; EDTF, `end` exclusive; empty where open. */
export interface Spell {
  start: string;
  end: string;
  /** Of this time alone, where the file gives one. */
  sign?: -1 | 0 | 1;
}

export interface GraphEdge {
  /** 1-based row or element of the file. */
  row: number;
  source: string;
  target: string;
  directed: boolean;
  label: string;
  sign: -1 | 0 | 1;
  spells: readonly Spell[];
  attributes: ReadonlyMap<string, string>;
}

const POSITIVE =
  /^(\+|\+1|positive|pos|friend(ly|ship|s)?|ally|allies|alliance|support(ive|s)?|congruence|agree(ment)?|yes|true|for)$/i;
const NEGATIVE =
  /^(-|−|–|negative|neg|enem(y|ies|ity)|foe|rival(ry)?|hostile|opposition|oppose[sd]?|conflict|disagree(ment)?|no|false|against)$/i;

/** The sign that a cell gives: of a number its sign, of a word its side; null where it says none. */
export function signIn(text: string): -1 | 0 | 1 | null {
  const plain = text.trim();
  if (plain === '') return null;
  const number = numberIn(plain);
  if (!Number.isNaN(number)) return Math.sign(number) as -1 | 0 | 1;
  if (POSITIVE.test(plain)) return 1;
  if (NEGATIVE.test(plain)) return -1;
  return /^(neutral|mixed|none|0)$/i.test(plain) ? 0 : null;
}

const SIGNED = ['sign', 'stance', 'polarity', 'valence', 'sentiment', 'weight'];

/** The sign of an edge from its attributes: one that is named after it, else a weight below zero. */
export function signOfAttributes(attributes: ReadonlyMap<string, string>): -1 | 0 | 1 {
  for (const wanted of SIGNED)
    for (const [name, value] of attributes) {
      if (name.toLowerCase() !== wanted) continue;
      const sign = signIn(value);
      // Weights count something in most graphs: only one below zero is a sign.
      if (sign !== null && (wanted !== 'weight' || sign < 0)) return sign;
    }
  return 0;
}

/** The day after the last day of an EDTF date: an end that counts its own day, as the record's ends do not. */
export function dayAfter(date: string): string {
  const day = dayOf(dayOnly(date));
  if (/^-?\d{4}-\d\d-\d\d/.test(date) && !Number.isNaN(day)) return isoOf(day + 1);
  const span = parseDate(date);
  return isDate(span) && span.precision !== 'unknown' ? isoOf(span.last + 1) : date;
}

const OWN = new Set(['kind', 'country', 'lat', 'latitude', 'lon', 'lng', 'longitude', 'description', ...SIGNED]);

function rest(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .filter(([name, value]) => value !== '' && !OWN.has(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

const get = (attributes: ReadonlyMap<string, string>, ...names: string[]): string => {
  for (const [name, value] of attributes) if (names.includes(name.toLowerCase())) return value;
  return '';
};

/** Whether all labels are codes of three capitals and most of them countries', as COW and ISO write states. */
function areStates(labels: readonly string[]): boolean {
  if (labels.length === 0 || labels.some((label) => !/^[A-Z]{3}$/.test(label))) return false;
  return labels.filter(isCountry).length * 2 >= labels.length;
}

/** Nodes and edges as actors and ties. */
export function addGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[], maker: RecordMaker, account: Account): void {
  const known = new Map<string, { id: string; label: string }>();
  const labels = [
    ...new Set([...nodes.map(({ label, id }) => label || id), ...edges.flatMap((edge) => [edge.source, edge.target])]),
  ];
  const states = nodes.length === 0 && areStates(labels);
  let sorted = 0;
  const add = (id: string, label: string, attributes: ReadonlyMap<string, string>): void => {
    const given = get(attributes, 'kind').toLowerCase();
    const kind = ACTOR_KINDS.find((one) => one === given) as ActorKind | undefined;
    if (kind !== undefined || states) sorted++;
    const actor = maker.actor(
      label || id,
      {
        kind: kind ?? (states ? 'state' : 'unspecified'),
        country: states && isCountry(label) ? label : get(attributes, 'country').toUpperCase(),
        lat: numberIn(get(attributes, 'lat', 'latitude')),
        lon: numberIn(get(attributes, 'lon', 'lng', 'longitude')),
        description: [get(attributes, 'description'), rest(attributes)].filter(Boolean).join('\n'),
      },
      `node ${id}`,
    );
    if (actor !== '') known.set(id, { id: actor, label: label || id });
  };
  for (const { id, label, attributes } of nodes) if (!known.has(id)) add(id, label, attributes);
  const empty = new Map<string, string>();
  const source = maker.source({ title: account.files.join(', '), outlet: account.format });
  const counts = { positive: 0, negative: 0, unsigned: 0, dated: 0, directed: 0, loops: 0 };
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) if (end !== '' && !known.has(end)) add(end, end, empty);
    const [a, b] = [known.get(edge.source), known.get(edge.target)];
    if (a === undefined || b === undefined) {
      account.note(edge.row, '', `${edge.source} ${edge.target}`, 'An end of the edge has no name; it is left out.');
      continue;
    }
    if (a.id === b.id) {
      counts.loops++;
      account.note(edge.row, '', edge.source, 'The edge joins a node with itself; a tie joins two.');
      continue;
    }
    if (edge.directed) counts.directed++;
    for (const spell of edge.spells.length === 0 ? [{ start: '', end: '' } as Spell] : edge.spells) {
      const sign = spell.sign ?? edge.sign;
      if (sign > 0) counts.positive++;
      else if (sign < 0) counts.negative++;
      else counts.unsigned++;
      if (spell.start !== '' || spell.end !== '') counts.dated++;
      const words = sign > 0 ? ': positive' : sign < 0 ? ': negative' : '';
      maker.tie({
        id: `${a.label} ${b.label} ${spell.start}`,
        kind: sign > 0 ? 'friendship' : sign < 0 ? 'enmity' : 'link',
        members: [a.id, b.id],
        sign,
        title: `${edge.label === '' ? `${a.label} and ${b.label}` : edge.label}${words}`,
        start: spell.start,
        end: spell.end,
        summary: [...edge.attributes]
          .filter(([name, value]) => value !== '' && name.toLowerCase() !== 'sign')
          .map(([name, value]) => `${name}: ${value}`)
          .join('; '),
        sources: [source],
      });
    }
    account.rowsShown++;
  }
  account.say(`${count(known.size, 'actor')} and ${count(maker.count('ties'), 'tie')}: ${counts.positive} positive, ${counts.negative} negative, ${counts.unsigned} without a sign.`); // prettier-ignore
  if (counts.unsigned > 0 && counts.positive + counts.negative > 0)
    account.say('Ties without a sign take no side; the network draws those that have one.');
  if (counts.dated === 0) {
    account.say('Nothing has a date: every tie holds at any time, and is shown on the day on which the file was read.');
    if (maker.tiesUntil === '') maker.tiesUntil = maker.today;
  }
  if (sorted < known.size) account.say('What kind of actor each is, is not said.');
  if (states) account.say('Names are codes of states, and are kept as they stand.');
  account.lose('the direction of edges (a tie holds both ways)', counts.directed);
  account.lose('edges that join a node with itself', counts.loops);
  sayWhereTheSourceEnds(maker, account);
}

/** Where many ties end on the last date there is, the source ends, and not they: what comes after is not known. */
export function sayWhereTheSourceEnds(maker: RecordMaker, account: Account): void {
  if (maker.tiesUntil !== '') return;
  const { columns, rows } = maker.table('ties');
  const at = columns.indexOf('end');
  const ends = rows.map((row) => {
    const span = parseDate(row[at] ?? '');
    return isDate(span) && span.precision !== 'unknown' ? span : null;
  });
  const last = observedUntil(ends);
  if (last === null) return;
  maker.tiesUntil = isoOf(last);
  const n = ends.filter((end) => end !== null && end.last >= last).length;
  account.say(
    `${count(n, 'tie')} end on the last date of the file: there the source ends, and what they are afterwards is not known.`,
  );
}
