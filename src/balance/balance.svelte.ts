import { untrack } from 'svelte';
import { walkBalance } from '../analysis/balance/balance';
import { dealBalance } from '../analysis/balance/balanceChance';
import { searchFrustration, type FrustrationSearch } from '../analysis/balance/frustrationClient';
import { leadingTriads } from '../analysis/balance/leading';
import { signsAt } from '../analysis/balance/signs';
import type { Focus } from '../focus/focus.svelte';
import { inSlices, keepAnswer, keptAnswer, type Answer } from './answers';
import { campMap, ruleOf } from './balanceModel';

/** Ms that the clock must rest before a search begins: a scrub passes many signs that nobody stops at. */
const REST = 120;
/** Seconds after which a search gives the best bounds that it has. */
const TIME_LIMIT = 20;

/**
 * The signs at the date and what is found for them: page and network draw it side by side. Made while a component is; its search goes
 * with it.
 */
export class Balance {
  readonly focus: Focus;
  readonly #settings: string = $derived.by(() =>
    ['signs', 'least', 'stale', 'single'].map((name) => this.focus.state.extra[name] ?? '').join(' '),
  );
  readonly rule = $derived.by(() => {
    void this.#settings;
    return ruleOf(this.focus.record, this.focus.state.extra);
  });
  /** The signs where the hand rests: triads, camps and what follows from them are read, not seen to move. */
  readonly graph = $derived.by(() => signsAt(this.focus.record, this.focus.running, this.focus.rested, this.rule));
  readonly leads = $derived.by(() => leadingTriads(this.focus.record, this.graph, this.rule));
  /** The signs as a text: while a step of the clock changes none of them, the exact answer stands. */
  readonly #signs: string = $derived.by(() =>
    this.graph.edges
      .map(({ a, b, sign, reason }) => `${this.graph.actors[a]} ${this.graph.actors[b]} ${sign} ${reason.kind}`)
      .join(','),
  );
  #answer = $state.raw<Answer>({ key: '', found: null, walk: null, chance: null });
  /** The search that runs, which the reader may stop; null where none does. */
  search: FrustrationSearch | null = $state.raw(null);
  /** What was found for other signs says nothing of these. */
  readonly #now = $derived.by(() => (this.#answer.key === this.#signs ? this.#answer : null));
  readonly found = $derived.by(() => this.#now?.found ?? null);
  readonly walk = $derived.by(() => this.#now?.walk ?? null);
  readonly chance = $derived.by(() => this.#now?.chance ?? null);
  /** Camp of each actor, by id; null until one is found. */
  readonly camps: ReadonlyMap<string, 0 | 1> | null = $derived.by(() =>
    this.found === null ? null : campMap(this.focus.record, this.graph, this.found.camps),
  );

  constructor(focus: Focus) {
    this.focus = focus;
    $effect(() => this.#look(this.#signs));
  }

  /** Looks for what these signs imply. Returns what ends the search. */
  #look(key: string): () => void {
    const { record } = this.focus;
    const [graph, leads] = untrack(() => [this.graph, this.leads] as const);
    const kept = keptAnswer(record, key);
    let answer: Answer = kept ?? { key, found: null, walk: null, chance: null };
    const stop = new AbortController();
    const take = (more: Partial<Answer>) => {
      if (stop.signal.aborted) return;
      answer = { ...answer, ...more };
      this.#answer = answer;
    };
    take({});
    if (kept !== null || graph.edges.length === 0) return () => stop.abort();
    const begin = async () => {
      const running = searchFrustration(graph, { timeLimit: TIME_LIMIT, onBound: (found) => take({ found }) });
      stop.signal.addEventListener('abort', () => running.stop());
      this.search = running;
      take({ walk: walkBalance(graph) });
      const found = await running.result;
      if (stop.signal.aborted) return;
      this.search = null;
      take({ found });
      const chance = await inSlices(dealBalance(graph, leads, found.upper), stop.signal);
      if (stop.signal.aborted || chance === null) return;
      take({ chance });
      keepAnswer(record, answer);
    };
    const timer = setTimeout(() => void begin(), REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
      this.search = null;
    };
  }
}
