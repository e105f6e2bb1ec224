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

/** Same content, for the plain values that a link carries. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
