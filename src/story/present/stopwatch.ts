/** A speaker's watch: the whole talk and the scene on show, both in milliseconds, stopped or running. */
export interface Stopwatch {
  running: boolean;
  /** Time gathered before `since`. */
  talk: number;
  scene: number;
  /** When it last started or was read, milliseconds of any clock. */
  since: number;
}

export const STOPPED: Stopwatch = { running: false, talk: 0, scene: 0, since: 0 };

/** The watch with the time up to `now` gathered. */
export function ticked(watch: Stopwatch, now: number): Stopwatch {
  if (!watch.running) return watch;
  const passed = Math.max(0, now - watch.since);
  return { ...watch, talk: watch.talk + passed, scene: watch.scene + passed, since: now };
}

export function toggled(watch: Stopwatch, now: number): Stopwatch {
  return { ...ticked(watch, now), running: !watch.running, since: now };
}

/** The scene's time begins anew; the talk's goes on. */
export function turned(watch: Stopwatch, now: number): Stopwatch {
  return { ...ticked(watch, now), scene: 0, since: now };
}

/** `4:07`, `1:02:30`. */
export function timeWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
