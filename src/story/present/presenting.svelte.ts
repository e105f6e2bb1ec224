import { STOPPED, ticked, toggled, turned, type Stopwatch } from './stopwatch';
import type { StoryAct } from './storyKeys';

/** What the speaker's second window shows. */
export interface Shown {
  story: string;
  n: number;
  count: number;
  title: string;
  notes: string;
  /** Title of the next scene; empty at the end. */
  next: string;
  blank: boolean;
  watch: Stopwatch;
}

/** What the two windows say to each other. */
type Message = { type: 'hello' } | { type: 'show'; shown: Shown } | { type: 'act'; act: StoryAct };

const TALK = 'stanceline-talk-';

/**
 * What tells the talk of one window from those of others, and its notes from theirs. It stands in the window's name, which a reload keeps
 * and no other window shares.
 */
export function tokenOf(place: { name: string }): string {
  if (!place.name.startsWith(TALK)) {
    const letters = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36));
    place.name = `${TALK}${letters.join('')}`;
  }
  return place.name.slice(TALK.length);
}

const channelOf = (token: string) => new BroadcastChannel(`stanceline-story-${token}`);

/** A talk in this window: blank, pointer, watch, full screen, and the line to the window with the notes. */
export class Presenting {
  on = $state(false);
  blank = $state(false);
  pointer = $state(false);
  watch: Stopwatch = $state.raw(STOPPED);
  /** The watch as it is to be read now. */
  readonly now: Stopwatch = $derived.by(() => ticked(this.watch, this.#clock));
  #clock = $state(Date.now());
  #ticking: ReturnType<typeof setInterval> | undefined;
  #channel: BroadcastChannel | null = null;
  #shown: Shown | null = null;
  readonly #token: string;
  readonly #act: (act: StoryAct) => void;

  constructor(token: string, act: (act: StoryAct) => void) {
    this.#token = token;
    this.#act = act;
  }

  /** Fills the screen, or where the browser does not let it, the window. */
  start(): void {
    this.on = true;
    this.watch = toggled(STOPPED, Date.now());
    this.#clock = Date.now();
    this.#ticking = setInterval(() => (this.#clock = Date.now()), 500);
    if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  stop(): void {
    this.on = this.blank = this.pointer = false;
    clearInterval(this.#ticking);
    this.watch = STOPPED;
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }

  toggleFull(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  toggleWatch(): void {
    this.watch = toggled(this.watch, Date.now());
    this.#tell();
  }

  /** Tells the notes what is on show; a new scene starts its own time. */
  show(shown: Omit<Shown, 'watch' | 'blank'>): void {
    if (this.#shown !== null && this.#shown.n !== shown.n) this.watch = turned(this.watch, Date.now());
    this.#shown = { ...shown, blank: this.blank, watch: this.watch };
    this.#tell();
  }

  #tell(): void {
    if (this.#shown === null || this.#channel === null) return;
    this.#shown = { ...this.#shown, blank: this.blank, watch: this.watch };
    this.#channel.postMessage({ type: 'show', shown: this.#shown } satisfies Message);
  }

  /** Listens for the window with the notes; returns a function that stops it. */
  listen(): () => void {
    const channel = channelOf(this.#token);
    this.#channel = channel;
    channel.onmessage = (event: MessageEvent<Message>) => {
      if (event.data.type === 'hello') this.#tell();
      else if (event.data.type === 'act') this.#act(event.data.act);
    };
    this.#tell();
    return () => {
      channel.close();
      this.#channel = null;
      clearInterval(this.#ticking);
    };
  }
}

/** The speaker's window: hears what is on show, and turns the page. */
export class Prompter {
  shown: Shown | null = $state.raw(null);
  now = $state(Date.now());
  #channel: BroadcastChannel | null = null;

  listen(token: string): () => void {
    const channel = channelOf(token);
    this.#channel = channel;
    channel.onmessage = (event: MessageEvent<Message>) => {
      if (event.data.type === 'show') this.shown = event.data.shown;
    };
    channel.postMessage({ type: 'hello' } satisfies Message);
    const ticking = setInterval(() => (this.now = Date.now()), 500);
    return () => {
      clearInterval(ticking);
      channel.close();
    };
  }

  act(act: StoryAct): void {
    this.#channel?.postMessage({ type: 'act', act } satisfies Message);
  }
}
