import { achMatrix } from '../hypotheses/ach';
import { quickFrustration } from '../balance/frustration';
import { SIGN_RULE, signsAt, type SignedGraph } from '../balance/signs';
import { censusOf, triadsOf } from '../balance/triads';
import { occasionsOf } from '../change/occasions';
import { ALL, pairOf, rowsOf, sliceRecord, type Filters } from '../slice';
import { runStances, stanceAt } from '../stance/stance';
import { pairInSentence } from '../../record/names';
import { SOURCE_KINDS, type StanceRecord } from '../../record/record';
import { dayOf, type Day } from '../../words/calendar';
import { figureMessages } from '../../words/messages/figures';
import { slugWords } from '../../words/names';

/**
 * A number that a text binds to the rows: `[20](figure:rows?pair=belarus~poland&from=2025-01-01&to=2025-11-10&sign=negative)`. The words
 * in brackets say the number, the address which reading of the record yields it. A reading is the record's: no filter of the reader's and
 * no clock moves it, and accounts that others give of a holder are not counted.
 */

/** What stands before the reading in an address. */
const SCHEME = 'figure:';

export const READINGS = ['rows', 'occasions', 'mean', 'actors', 'ties', 'pairs', 'triads', 'frustration', 'hypotheses', 'place'] as const; // prettier-ignore
export type Reading = (typeof READINGS)[number];

/** The number that the rows give, and in a sentence what it counts; or why there is none. */
export type Figure = { value: number; what: string; address: string } | { fault: string };

/** A reading that cannot be made. */
class Unreadable extends Error {}

/** Whether an address is that of a figure. */
export function isFigure(href: string): boolean {
  return href.startsWith(SCHEME);
}

/** Reads the values of an address, and remembers which were asked for. */
class Asked {
  readonly reading: string;
  readonly #values: Map<string, string>;
  readonly #left: Set<string>;

  constructor(
    href: string,
    readonly record: StanceRecord,
  ) {
    const [reading = '', query = ''] = href.slice(SCHEME.length).split('?');
    this.reading = reading;
    this.#values = new Map(new URLSearchParams(query));
    this.#left = new Set(this.#values.keys());
  }

  #take(key: string): string {
    this.#left.delete(key);
    return this.#values.get(key) ?? '';
  }

  #need(key: string): string {
    const value = this.#take(key);
    if (value === '') throw new Unreadable(figureMessages.lacks(this.reading, key));
    return value;
  }

  #day(key: string, text: string): Day {
    const day = dayOf(text);
    if (Number.isNaN(day)) throw new Unreadable(figureMessages.wrong(key, text));
    return day;
  }

  day(key: string): Day {
    return this.#day(key, this.#need(key));
  }

  dayOrNone(key: string): Day | null {
    const text = this.#take(key);
    return text === '' ? null : this.#day(key, text);
  }

  /** One of some values, or empty. */
  choice<Value extends string>(key: string, values: readonly Value[]): Value | '' {
    const text = this.#take(key);
    if (text === '') return '';
    const value = values.find((one) => one === text);
    if (value === undefined) throw new Unreadable(figureMessages.wrong(key, text));
    return value;
  }

  #actor(key: string, id: string): number {
    const actor = this.record.actorIndex.get(id);
    if (actor === undefined) throw new Unreadable(figureMessages.wrong(key, id));
    return actor;
  }

  pair(): readonly [holder: number, target: number] {
    const text = this.#need('pair');
    const [holder = '', target = '', more] = text.split('~');
    if (more !== undefined) throw new Unreadable(figureMessages.wrong('pair', text));
    return [this.#actor('pair', holder), this.#actor('pair', target)];
  }

  actors(key: string): string[] {
    const ids = this.#take(key).split('~').filter(Boolean);
    for (const id of ids) this.#actor(key, id);
    return ids;
  }

  kinds(): Filters['sourceKinds'] {
    return this.#take('source')
      .split('~')
      .filter(Boolean)
      .map((text) => {
        const kind = SOURCE_KINDS.find((one) => one === text);
        if (kind === undefined) throw new Unreadable(figureMessages.wrong('source', text));
        return kind;
      });
  }

  hypothesis(): number {
    const id = this.#need('hypothesis');
    const at = this.record.hypotheses.findIndex((one) => one.id === id);
    if (at < 0) throw new Unreadable(figureMessages.wrong('hypothesis', id));
    return at;
  }

  /** Throws where the address says more than the reading asks for. */
  done(): void {
    for (const key of this.#left) throw new Unreadable(figureMessages.wrong(key, this.#values.get(key) ?? ''));
  }
}

const SIGNS = ['negative', 'mixed', 'positive'] as const;
const OWN: Filters = { ...ALL, basis: 'own' };
const DECAY = { mode: 'decay', halfLife: 30, from: 0 } as const;

/** The signs of a day by the rule of the balance page: words and acts first, ties where these are silent. */
function graphAt(record: StanceRecord, at: Day): SignedGraph {
  return signsAt(record, runStances(sliceRecord(record, OWN), DECAY), at, SIGN_RULE);
}

const read: Readonly<Record<Reading, (asked: Asked) => { value: number; what: string; address: string }>> = {
  rows(asked) {
    const { record } = asked;
    const [holder, target] = asked.pair();
    const [from, to] = [asked.day('from'), asked.day('to')];
    const sign = asked.choice('sign', SIGNS);
    const [speakers, sourceKinds] = [asked.actors('speaker'), asked.kinds()];
    const slice = sliceRecord(record, { ...OWN, sign: sign === '' ? 'any' : sign, speakers, sourceKinds });
    const rows = rowsOf(slice, pairOf(slice, holder, target)).filter((k) => {
      const day = slice.day[k];
      return day !== undefined && day >= from && day <= to;
    });
    const names = speakers.map((id) => record.actors[record.actorIndex.get(id) ?? -1]?.name ?? id);
    const narrower = [
      ...(names.length === 0 ? [] : [figureMessages.by(names)]),
      ...(sourceKinds.length === 0 ? [] : [figureMessages.kinds(sourceKinds.map(slugWords))]),
    ];
    const what = figureMessages.rows(pairInSentence(record, holder, target), from, to, sign, narrower);
    return { value: rows.length, what, address: 'evidence' };
  },
  occasions(asked) {
    const { record } = asked;
    const [holder, target] = asked.pair();
    const span = { from: asked.day('from'), to: asked.day('to') };
    const slice = sliceRecord(record, OWN);
    const value = occasionsOf(slice, pairOf(slice, holder, target), span).length;
    return { value, what: figureMessages.occasions(pairInSentence(record, holder, target), span.from, span.to), address: 'pair' };
  },
  mean(asked) {
    const { record } = asked;
    const [holder, target] = asked.pair();
    const at = asked.day('at');
    const slice = sliceRecord(record, OWN);
    const value = stanceAt(runStances(slice, DECAY), pairOf(slice, holder, target), at)?.value;
    if (value === undefined) throw new Unreadable(figureMessages.none('mean'));
    return { value, what: figureMessages.mean(pairInSentence(record, holder, target), at), address: 'pair' };
  },
  actors: ({ record }) => ({ value: record.actors.length, what: figureMessages.actors, address: 'atlas' }),
  ties(asked) {
    const [sign, at] = [asked.choice('sign', SIGNS), asked.dayOrNone('at')];
    const value = asked.record.ties.filter(
      (tie) => (sign === '' || SIGNS[tie.sign + 1] === sign) && (at === null || (tie.from <= at && tie.until > at)),
    ).length;
    return { value, what: figureMessages.ties(sign, at), address: 'atlas' };
  },
  pairs(asked) {
    const [at, sign] = [asked.day('at'), asked.choice('sign', ['negative', 'positive'])];
    const { edges } = graphAt(asked.record, at);
    const value = edges.filter((edge) => sign === '' || edge.sign > 0 === (sign === 'positive')).length;
    return { value, what: figureMessages.pairs(sign, at), address: 'balance' };
  },
  triads(asked) {
    const [at, kind] = [asked.day('at'), asked.choice('is', ['balanced', 'strained'])];
    const { balanced, unbalanced } = censusOf(triadsOf(graphAt(asked.record, at)));
    const value = kind === 'balanced' ? balanced : kind === 'strained' ? unbalanced : balanced + unbalanced;
    return { value, what: figureMessages.triads(kind, at), address: 'balance' };
  },
  frustration(asked) {
    const at = asked.day('at');
    const found = quickFrustration(graphAt(asked.record, at));
    if (!found.exact) throw new Unreadable(figureMessages.none('frustration'));
    return { value: found.index, what: figureMessages.frustration(at), address: 'balance' };
  },
  hypotheses: ({ record }) => ({ value: record.hypotheses.length, what: figureMessages.hypotheses, address: 'hypotheses' }),
  place(asked) {
    const hypothesis = asked.hypothesis();
    const place = achMatrix(asked.record).order.find((one) => one.hypothesis === hypothesis)?.place ?? 0;
    if (place === 0) throw new Unreadable(figureMessages.none('place'));
    return { value: place, what: figureMessages.place(asked.record.hypotheses[hypothesis]?.title ?? ''), address: 'hypotheses' };
  },
};

const isReading = (text: string): text is Reading => READINGS.some((one) => one === text);

const remembered = new WeakMap<StanceRecord, Map<string, Figure>>();

/**
 * The number that an address of a figure asks for, as the rows give it now. Computed once a record; never throws.
 *
 * @param href `figure:` and a reading with its values
 * @returns `address`: the page that shows it, with the values of the address as its state
 */
export function figureOf(record: StanceRecord, href: string): Figure {
  const known = remembered.get(record) ?? new Map<string, Figure>();
  remembered.set(record, known);
  const before = known.get(href);
  if (before !== undefined) return before;
  const figure = computed(record, href);
  known.set(href, figure);
  return figure;
}

function computed(record: StanceRecord, href: string): Figure {
  const asked = new Asked(href, record);
  if (!isReading(asked.reading)) return { fault: figureMessages.unknown(asked.reading, READINGS) };
  try {
    const { value, what, address } = read[asked.reading](asked);
    asked.done();
    const [, query = ''] = href.split('?');
    // What the page is to show: the same values, by the names that a link has for them.
    const foreign = asked.reading === 'rows' ? /^$/ : /^(is|hypothesis|sign)=/;
    const kept = query.split('&').filter((part) => part !== '' && !foreign.test(part));
    return { value, what, address: `${address}?${kept.join('&')}` };
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message };
    throw error;
  }
}
