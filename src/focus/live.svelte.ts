/** One value that what reads it follows. */
class Cell {
  value: unknown = $state.raw();
  constructor(value: unknown) {
    this.value = value;
  }
}

/**
 * A state whose fields are followed one by one: what reads `view.item` runs again when the item changes, not at every step of the
 * clock. `set` takes a whole state or a part of it and touches only the fields that differ (by content, not by identity).
 */
export function live<State extends object>(start: State): { view: Readonly<State>; set: (next: Partial<State>) => void } {
  const cells = new Map<string, Cell>();
  const view = {} as State;
  for (const [name, value] of Object.entries(start)) {
    const cell = new Cell(value);
    cells.set(name, cell);
    Object.defineProperty(view, name, { enumerable: true, get: () => cell.value });
  }
  return {
    view,
    set(next) {
      for (const [name, value] of Object.entries(next)) {
        const cell = cells.get(name);
        if (cell !== undefined && !same(cell.value, value)) cell.value = value;
      }
    },
  };
}

/**
 * A derived value that stays the same object while its content does: what reads `now` runs again when the content changes, not
 * whenever something changes that it is made of. Its maker runs as often as ever.
 */
export function steady<Value>(make: () => Value): { readonly now: Value } {
  let kept: { value: Value } | undefined;
  const value = $derived.by(() => {
    const made = make();
    if (kept === undefined || !same(kept.value, made)) kept = { value: made };
    return kept.value;
  });
  return {
    get now() {
      return value;
    },
  };
}

/**
 * A derived value that is not made anew while the hand moves: what is read, with its own date in it, may come after what is seen to move.
 *
 * @param moving whether the hand moves
 */
export function onceStill<Value>(moving: () => boolean, make: () => Value): { readonly now: Value } {
  let kept: { value: Value } | undefined;
  const value = $derived.by(() => {
    const still = !moving();
    if (kept === undefined || still) kept = { value: make() };
    return kept.value;
  });
  return {
    get now() {
      return value;
    },
  };
}

/** Same content, for plain values: texts and numbers, lists, sets, maps, and objects of them. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value, i) => same(value, b[i]));
  if (a instanceof Set || b instanceof Set)
    return a instanceof Set && b instanceof Set && a.size === b.size && [...a].every((value) => b.has(value));
  if (a instanceof Map || b instanceof Map)
    return a instanceof Map && b instanceof Map && a.size === b.size && [...a].every(([key, value]) => same(value, b.get(key)));
  const fields = Object.entries(a);
  const other = new Map(Object.entries(b));
  return fields.length === other.size && fields.every(([name, value]) => other.has(name) && same(value, other.get(name)));
}
