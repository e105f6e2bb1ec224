import type { ChangeTest, TesterOptions } from './changeTest';
import { seriesKey, TestMemory, type ChangeTests } from './changeTests';
import type { Series } from './statistic';
import { testDesk, type TestReport, type TestRequest } from './testDesk';

/** The part of a Worker that is used, so that another can stand in for it. */
export interface DeskLike {
  postMessage(request: TestRequest): void;
  onmessage: ((event: MessageEvent<TestReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Job {
  id: number;
  key: string;
  series: Series;
  options: TesterOptions;
  begun: boolean;
}

/** Draws of one request: a few milliseconds, so that what is asked for next waits no longer than that. */
const PIECE = 4000;
/** The same where there is no worker and the page itself draws. */
const PIECE_HERE = 500;
/** Draws after which a p is told although it is not settled. */
const KNOWN = 20_000;
/** So many tests or more that wait make a crowd: what comes in is told at this many ms apart, since all of them are ranked anew each time. */
const CROWD = 30;
const APART = 250;
/** Tests that wait at most: a scrub leaves many behind that nobody looks at any more. */
const MOST_WAITING = 300;

/**
 * Tests of change that are worked out beside the page. The last asked for comes first: while the clock is dragged the page asks for ever
 * other rows, and those under the hand count. First every test is drawn until it is settled on which side of 0.05 p lies; what is left to make p
 * exact follows when nothing waits.
 */
export class TestsBeside implements ChangeTests {
  readonly #memory = new TestMemory();
  readonly #waiting = new Map<string, Job>();
  readonly #refining = new Map<string, Job>();
  readonly #listeners = new Set<() => void>();
  readonly #start: () => DeskLike;
  #desk: DeskLike | null = null;
  #piece = PIECE;
  #at: Job | null = null;
  #ids = 0;
  #idle: (() => void)[] = [];
  #told = false;

  /** @param start makes the worker; where that fails, the page draws by itself in small pieces */
  constructor(start: () => DeskLike = () => new Worker(new URL('./changeWorker.ts', import.meta.url), { type: 'module' })) {
    this.#start = start;
  }

  of(series: Series, options: TesterOptions): ChangeTest | null {
    const key = seriesKey(series, options);
    const known = this.#memory.get(key);
    if (known) return known;
    this.#ask(key, series, options);
    return null;
  }

  /** Calls back when a test was worked out or made exact: once for all that came in together. Returns what stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves once nothing waits to be settled. */
  settled(): Promise<void> {
    return this.#waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  #ask(key: string, series: Series, options: TesterOptions): void {
    const waiting = this.#waiting.get(key);
    // To the end of the map, which is where the next one is taken from.
    this.#waiting.delete(key);
    this.#waiting.set(key, waiting ?? { id: this.#ids++, key, series: plain(series), options: { ...options }, begun: false });
    if (this.#waiting.size > MOST_WAITING) {
      const oldest = [...this.#waiting.values()].find((job) => job !== this.#at);
      if (oldest) this.#drop(oldest);
    }
    this.#next();
  }

  #drop(job: Job): void {
    this.#waiting.delete(job.key);
    if (job.begun) this.#desk?.postMessage({ kind: 'forget', id: job.id });
  }

  #next(): void {
    if (this.#at !== null) return;
    const job = [...this.#waiting.values()].at(-1) ?? [...this.#refining.values()].at(-1);
    if (!job) return;
    this.#at = job;
    const begin = job.begun ? null : { series: job.series, options: job.options };
    job.begun = true;
    this.#open().postMessage({ kind: 'draw', id: job.id, draws: this.#piece, begin });
  }

  #open(): DeskLike {
    if (this.#desk === null) {
      try {
        this.#desk = this.#start();
      } catch {
        this.#piece = PIECE_HERE;
        this.#desk = deskHere();
      }
      this.#listen(this.#desk);
    }
    return this.#desk;
  }

  #listen(desk: DeskLike): void {
    desk.onmessage = ({ data }) => this.#take(data);
    // A worker that cannot be had after all (a page opened from a file): what it was asked is begun anew here.
    desk.onerror = () => {
      this.#piece = PIECE_HERE;
      this.#desk = deskHere();
      this.#listen(this.#desk);
      for (const job of [...this.#waiting.values(), ...this.#refining.values()]) job.begun = false;
      this.#at = null;
      this.#next();
    };
  }

  #take({ id, test, done }: TestReport): void {
    const job = this.#at;
    if (job?.id !== id) return;
    this.#at = null;
    // A p that lies close to 0.05 takes long to settle: by then it is well known, and nothing is asserted on it yet.
    if (done || test?.settled === true || (test?.draws ?? 0) >= KNOWN) {
      const first = this.#waiting.delete(job.key);
      if (test && (first || done)) {
        this.#memory.set(job.key, test);
        this.#tell();
      }
      if (done) this.#refining.delete(job.key);
      else this.#refining.set(job.key, job);
      while (this.#refining.size > MOST_WAITING) this.#forgetOldest();
    }
    this.#next();
    if (this.#waiting.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #forgetOldest(): void {
    const [oldest] = this.#refining.values();
    if (!oldest) return;
    this.#refining.delete(oldest.key);
    this.#desk?.postMessage({ kind: 'forget', id: oldest.id });
  }

  #tell(): void {
    if (this.#told) return;
    this.#told = true;
    setTimeout(
      () => {
        this.#told = false;
        for (const listener of [...this.#listeners]) listener();
      },
      this.#waiting.size < CROWD ? 0 : APART,
    );
  }
}

/** Without what a page's state may wrap around it, which cannot be sent to a worker. */
function plain({ days, scores, minSegment }: Series): Series {
  return { days: [...days], scores: [...scores], minSegment };
}

/** Stands in for the worker where none can be had: the same work on the page, a piece at a time. */
function deskHere(): DeskLike {
  const answer = testDesk();
  const desk: DeskLike = {
    onmessage: null,
    onerror: null,
    postMessage(request) {
      setTimeout(() => {
        const report = answer(request);
        if (report) desk.onmessage?.(new MessageEvent('message', { data: report }));
      });
    },
  };
  return desk;
}
