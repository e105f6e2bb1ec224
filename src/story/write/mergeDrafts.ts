import { sceneWith, WRITTEN, type Draft, type DraftScene } from './draft';

/**
 * One draft from two that were changed apart (two tabs, or a tab that was closed before its last keystroke was stored): three-way, by
 * field. A field that only one of them changed is as that one has it; where both did, `mine` counts, as the one that is being typed in.
 * A scene that one added stays, one that one removed goes unless the other changed it; the order of scenes is as `mine` has it where it
 * changed the order, else as `theirs`.
 *
 * @param base what both began with; null where that is not known: `mine` then wins everywhere, and scenes of both stay
 */
export function mergeDrafts(base: Draft | null, theirs: Draft, mine: Draft): Draft {
  if (base === null || same(base, theirs)) return base === null && !same(theirs, mine) ? union(theirs, mine) : mine;
  if (same(base, mine)) return theirs;
  return {
    ...mine,
    title: pick(base.title, theirs.title, mine.title),
    subtitle: pick(base.subtitle, theirs.subtitle, mine.subtitle),
    author: pick(base.author, theirs.author, mine.author),
    scenes: mergeScenes(base.scenes, theirs.scenes, mine.scenes),
    changed: Math.max(theirs.changed, mine.changed),
  };
}

const pick = <T>(base: T, theirs: T, mine: T): T => (mine === base ? theirs : mine);

const same = (a: Draft, b: Draft): boolean => content(a) === content(b);
const content = ({ title, subtitle, author, scenes }: Draft) =>
  JSON.stringify([title, subtitle, author, scenes.map((scene) => [scene.key, ...WRITTEN.map((name) => scene[name])])]);

const byKey = (scenes: readonly DraftScene[]) => new Map(scenes.map((scene) => [scene.key, scene]));
const changed = (a: DraftScene, b: DraftScene) => WRITTEN.some((name) => a[name] !== b[name]);
const orderOf = (scenes: readonly DraftScene[], among: ReadonlyMap<string, unknown>) =>
  scenes.flatMap(({ key }) => (among.has(key) ? [key] : []));

function mergeScenes(base: readonly DraftScene[], theirs: readonly DraftScene[], mine: readonly DraftScene[]): DraftScene[] {
  const [before, there, here] = [byKey(base), byKey(theirs), byKey(mine)];
  const kept = new Map<string, DraftScene>();
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const scene = mergeScene(before.get(key), there.get(key), here.get(key));
    if (scene !== null) kept.set(key, scene);
  }
  const both = new Map([...before].filter(([key]) => there.has(key) && here.has(key)));
  const moved = orderOf(mine, both).join('\n') !== orderOf(base, both).join('\n');
  const [lead, other] = moved ? [mine, theirs] : [theirs, mine];
  const order = lead.map(({ key }) => key);
  // A scene that only the other has stands after the one that it follows there.
  other.forEach(({ key }, i) => {
    if (order.includes(key)) return;
    const after = other
      .slice(0, i)
      .map((scene) => order.indexOf(scene.key))
      .findLast((place) => place >= 0);
    order.splice((after ?? -1) + 1, 0, key);
  });
  return order.flatMap((key) => kept.get(key) ?? []);
}

function mergeScene(
  base: DraftScene | undefined,
  theirs: DraftScene | undefined,
  mine: DraftScene | undefined,
): DraftScene | null {
  if (mine === undefined) return theirs !== undefined && (base === undefined || changed(base, theirs)) ? theirs : null;
  if (theirs === undefined) return base === undefined || changed(base, mine) ? mine : null;
  if (base === undefined) return mine;
  return sceneWith(mine.key, Object.fromEntries(WRITTEN.map((name) => [name, pick(base[name], theirs[name], mine[name])])));
}

/** Where nothing is known of what both began with: mine, with the scenes that only the other has. */
function union(theirs: Draft, mine: Draft): Draft {
  return { ...mine, scenes: mergeScenes([], theirs.scenes, mine.scenes) };
}

/**
 * A draft as it was kept, where it has the shape of one; null where it is damaged. What a scene may have and was not known yet when it was
 * kept is empty.
 */
export function asDraft(value: unknown): Draft | null {
  if (!isObject(value) || !isText(value, ['id', 'title', 'subtitle', 'author'])) return null;
  const { scenes, changed: when } = value;
  if (typeof when !== 'number' || !Number.isFinite(when) || !Array.isArray(scenes)) return null;
  const keys = new Set<unknown>();
  const whole: DraftScene[] = [];
  for (const scene of scenes as unknown[]) {
    if (!isObject(scene) || !isText(scene, ['key', 'title', 'text', 'view']) || keys.has(scene['key'])) return null;
    const filled: Record<string, unknown> = { ...sceneWith('', {}), ...scene };
    if (!isText(filled, WRITTEN)) return null;
    keys.add(scene['key']);
    whole.push(filled as unknown as DraftScene);
  }
  return { ...(value as unknown as Draft), scenes: whole };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: Record<string, unknown>, names: readonly string[]) =>
  names.every((name) => typeof value[name] === 'string');
