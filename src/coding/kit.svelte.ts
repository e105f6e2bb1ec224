import type { Focus } from '../focus/focus.svelte';
import { refusalOf } from '../ui/browserStore';
import { codingMessages } from '../words/messages/coding';
import type { Grade } from '../words/scores';
import { sheetOf } from './codingFiles';
import {
  dropRun,
  keepAnswer,
  keepRun,
  keepSettled,
  keptAnswers,
  keptRuns,
  keptSettled,
  recoverAnswers,
  type Settled,
} from './kitStore';
import {
  answerWords,
  codable,
  codingRow,
  firstOpen,
  missingOf,
  runKey,
  type Answer,
  type Answers,
  type Coder,
  type Run,
} from './run';
import { drawSample, specOf, specText, type SampleSpec } from './sample';

/** A row that is left open for long was not looked at for long. */
const MOST_SECONDS = 600;

/** One coder's run as the page holds it: the row that is asked, the answers so far, and what this browser keeps of them. */
export class Kit {
  run: Run | null = $state.raw(null);
  answers: Answers = $state.raw(new Map());
  settled: ReadonlyMap<string, Settled> = $state.raw(new Map());
  /** Runs of the open record that this browser keeps. */
  runs: readonly { run: Run; done: number }[] = $state.raw([]);
  /** Whether what is kept has been looked at. */
  ready = $state(false);
  /** Place in the run; -1 once all is answered. */
  place = $state(-1);
  /** Why the browser keeps nothing, as the end of a sentence; empty where it does. */
  refusal = $state('');
  /** What is missing, in words, once the coder wanted to go on without it. */
  wanting: 'grade' | 'reason' | '' = $state('');
  /** What was last done, for those who hear the page. */
  message = $state('');

  readonly #focus: Focus;
  readonly #now: () => number;
  #shown = 0;

  readonly places = $derived.by(() => (this.run === null ? [] : codable(this.#focus.record, this.run)));
  readonly stance = $derived.by(() => this.run?.stances[this.place] ?? '');
  readonly row = $derived.by(() => (this.stance === '' ? null : codingRow(this.#focus.record, this.stance)));
  readonly answer = $derived.by(() => this.answers.get(this.stance));
  readonly missing = $derived.by(() => missingOf({ score: this.answer?.score, reason: this.answer?.reason ?? '' }));
  readonly done = $derived.by(() => this.places.filter((place) => this.answers.get(this.run?.stances[place] ?? '')?.done).length);
  /** The results open once every row is answered and not before: seen earlier they would end the blindness. */
  readonly whole = $derived.by(() => this.run !== null && this.places.length > 0 && this.done === this.places.length);
  readonly sheet = $derived.by(() => (this.run === null ? null : sheetOf(this.run, this.answers)));
  readonly seconds = $derived.by(
    () => new Map([...this.answers.values()].filter(({ done }) => done).map(({ stance, seconds }) => [stance, seconds])),
  );

  /** @param now ms on a clock that goes on evenly */
  constructor(focus: Focus, now: () => number = () => performance.now()) {
    this.#focus = focus;
    this.#now = now;
  }

  /** Looks what is kept for the record, and goes on with the one run of the sample that the link names. */
  async look(record: string, sample: string): Promise<void> {
    this.ready = false;
    try {
      this.runs = await keptRuns(record);
      this.refusal = '';
    } catch (error) {
      this.runs = [];
      this.refusal = refusalOf(error);
    }
    if (this.#focus.record.meta.name !== record) return;
    const here = this.runs.filter(({ run }) => run.sample === sample);
    const [only] = here;
    if (this.run?.record !== record || this.run.sample !== sample) this.run = null;
    if (this.run === null && only !== undefined && here.length === 1) await this.resume(only.run);
    this.ready = true;
  }

  /** Begins a run, or goes on with the one that this coder has of this sample. */
  async begin(coder: Coder, spec: SampleSpec): Promise<void> {
    const { record } = this.#focus;
    const sample = specText(spec);
    const key = runKey(record.meta.name, coder.id, sample);
    const known = this.runs.find(({ run }) => run.key === key);
    if (known !== undefined) return this.resume(known.run);
    const stances = drawSample(record, spec).flatMap((i) => record.stances.id[i] ?? []);
    const run: Run = { key, record: record.meta.name, coder, sample, stances, begun: new Date().toISOString() };
    await this.#try(() => keepRun(run));
    this.answers = new Map();
    this.settled = new Map();
    this.#show(run);
  }

  async resume(run: Run): Promise<void> {
    await this.#try(async () => {
      await recoverAnswers(run.key);
      this.answers = await keptAnswers(run.key);
      this.settled = await keptSettled(run.key);
    });
    this.#show(run);
  }

  #show(run: Run): void {
    this.run = run;
    const text = run.sample;
    if (this.#focus.state.extra['code'] !== text && specOf(text) !== null) this.#focus.setExtra('code', text, 'push');
    this.#go(firstOpen(this.places, run, this.answers));
  }

  /** Puts the run aside: it stays kept. */
  leave(): void {
    this.#time();
    this.run = null;
    this.place = -1;
  }

  async drop(run: Run): Promise<void> {
    await this.#try(() => dropRun(run.key));
    this.runs = this.runs.filter((other) => other.run.key !== run.key);
    if (this.run?.key === run.key) this.leave();
  }

  choose(score: Grade | null): void {
    this.#put({ score });
    this.message = answerWords(score);
    if (this.wanting === 'grade') this.wanting = '';
  }

  write(reason: string): void {
    this.#put({ reason });
    if (this.wanting === 'reason' && reason.trim() !== '') this.wanting = '';
  }

  /** To the next row, where this one is answered; else what is missing is said. Whether it went. */
  next(): boolean {
    if (this.run === null || this.place < 0) return false;
    this.wanting = this.missing;
    if (this.wanting !== '') return false;
    this.#put({ done: true });
    this.#time();
    const after = this.places.find((place) => place > this.place);
    const open = firstOpen(this.places, this.run, this.answers);
    this.#go(after ?? open);
    return true;
  }

  back(): void {
    const before = this.places.filter((place) => this.place < 0 || place < this.place).at(-1);
    if (before !== undefined) this.#go(before);
  }

  #go(place: number): void {
    this.#time();
    this.place = place;
    this.wanting = '';
    this.message = '';
    this.#shown = this.#now();
  }

  /** The page is hidden, or seen again: meanwhile nobody looks at the row. */
  pause(hidden: boolean): void {
    if (hidden) this.#time();
    else this.#shown = this.#now();
  }

  /** Adds the time since the row came into view to what it took. */
  #time(): void {
    const { answer } = this;
    const seconds = Math.min(MOST_SECONDS, Math.round((this.#now() - this.#shown) / 1000));
    this.#shown = this.#now();
    if (answer !== undefined && seconds > 0) this.#put({ seconds: answer.seconds + seconds });
  }

  #put(change: Partial<Answer>): void {
    const { run, stance } = this;
    if (run === null || stance === '') return;
    const before = this.answers.get(stance) ?? { stance, score: undefined, reason: '', seconds: 0, done: false };
    // An answer that is changed so that something is missing is a draft again.
    const after = { ...before, ...change };
    const answer = { ...after, done: after.done && missingOf(after) === '' };
    this.answers = new Map([...this.answers, [stance, answer]]);
    keepAnswer(run.key, answer).then(
      () => (this.refusal = ''),
      (error: unknown) => (this.refusal = refusalOf(error)),
    );
  }

  async settle(settled: Settled): Promise<void> {
    const { run } = this;
    if (run === null) return;
    this.settled = new Map([...this.settled, [settled.stance, settled]]);
    await this.#try(() => keepSettled(run.key, settled.stance, settled));
  }

  async leaveOpen(stance: string): Promise<void> {
    const { run } = this;
    if (run === null) return;
    this.settled = new Map([...this.settled].filter(([id]) => id !== stance));
    await this.#try(() => keepSettled(run.key, stance, null));
  }

  /** `14 of 60`. */
  get progress(): string {
    const at = this.places.indexOf(this.place);
    return codingMessages.place(at + 1, this.places.length);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.refusal = '';
    } catch (error) {
      this.refusal = refusalOf(error);
    }
  }
}
