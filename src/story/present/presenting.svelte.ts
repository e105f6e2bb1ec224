import { talking } from '../../ui/talking.svelte';
import { STOPPED, ticked, toggled, turned, type Stopwatch } from './stopwatch';
import type { StoryAct } from './storyKeys';

/** What the speaker's second window shows. */
export interface Shown {
  story: string;
  n: number;
  count: number;
  title: string;
  notes: string;
  /** Which part of the scene is on show, from 1, and how many it has: one that is too long for its screen is shown in parts. */
  part: number;
  parts: number;
  /** Title of the next scene; empty at the end. */
  next: string;
  blank: boolean;
  /** Whether the talk runs; one that was left keeps its time, and can go on. */
  on: boolean;
  watch: Stopwatch;
}

/** What the two windows say to each other. */
type Message = { type: 'hello' } | { type: 'show'; shown: Shown } | { type: 'act'; act: StoryAct } | { type: 'gone' };

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

/**
 * A talk in this window: blank, pointer, watch, full screen, the part of the scene on show, and the line to the window with the notes. Full
 * screen comes and goes without it: a browser leaves it for any window that opens, the notes' own first of all.
 */
export class Presenting {
  #asked = $state(1);
  on = $state(false);
  blank = $state(false);
  pointer = $state(false);
  /** Whether the screen is filled just now. */
  full = $state(false);
  /** What the room does not see and the speaker must know; empty where all is well. */
  problem = $state('');
  watch: Stopwatch = $state.raw(STOPPED);
  /** How many parts the scene on show has, as its screen holds them. */
  parts = $state(1);
  /** The part on show, from 1. */
  readonly part: number = $derived(Math.min(Math.max(this.#asked, 1), this.parts));
  /** The watch as it is to be read now. */
  readonly now: Stopwatch = $derived.by(() => ticked(this.watch, this.#clock));
  /** The time of a talk that was left and can go on; null where there is none. */
  readonly left: Stopwatch | null = $derived(this.on || this.watch.talk === 0 ? null : this.watch);
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

  /** Begins a talk, or goes on with the one that was left; fills the screen, or where the browser does not let it, the window. */
  start(anew: boolean): void {
    this.on = talking.now = true;
    this.#asked = 1;
    this.watch = toggled(anew ? STOPPED : this.watch, Date.now());
    this.#clock = Date.now();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => (this.#clock = Date.now()), 500);
    if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined);
    this.#tell();
  }

  /** Leaves the talk. Its time stands still, and is kept. */
  stop(): void {
    this.on = this.blank = this.pointer = talking.now = false;
    this.problem = '';
    clearInterval(this.#ticking);
    if (this.watch.running) this.watch = toggled(this.watch, Date.now());
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    this.#tell();
  }

  toggleFull(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  }

  /** Shows a part of the scene, from 1; `Infinity` for its last. */
  showPart(part: number): void {
    this.#asked = part;
  }

  toggleWatch(): void {
    this.watch = toggled(this.watch, Date.now());
    this.#tell();
  }

  /** Tells the notes what is on show; a new scene starts its own time. */
  show(shown: Omit<Shown, 'watch' | 'blank' | 'on'>): void {
    if (this.#shown !== null && this.#shown.n !== shown.n) this.watch = turned(this.watch, Date.now());
    this.#shown = { ...shown, blank: this.blank, on: this.on, watch: this.watch };
    this.#tell();
  }

  #tell(): void {
    if (this.#shown === null || this.#channel === null) return;
    this.#shown = { ...this.#shown, blank: this.blank, on: this.on, watch: this.watch };
    this.#channel.postMessage({ type: 'show', shown: this.#shown } satisfies Message);
  }

  /** Listens for the window with the notes, and to the screen; returns a function that stops it. */
  listen(): () => void {
    const channel = channelOf(this.#token);
    this.#channel = channel;
    channel.onmessage = (event: MessageEvent<Message>) => {
      if (event.data.type === 'hello') this.#tell();
      else if (event.data.type === 'act') this.#act(event.data.act);
    };
    this.#tell();
    const onfull = () => (this.full = document.fullscreenElement !== null);
    const onhide = () => channel.postMessage({ type: 'gone' } satisfies Message);
    document.addEventListener('fullscreenchange', onfull);
    window.addEventListener('pagehide', onhide);
    return () => {
      document.removeEventListener('fullscreenchange', onfull);
      window.removeEventListener('pagehide', onhide);
      onhide();
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
      else if (event.data.type === 'gone') this.shown = null;
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
