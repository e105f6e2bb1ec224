import { nextWay, sortedBy, type SortKey, type SortWay } from './sorting';

/** How a table is sorted: by none of its columns until a head is pressed. */
export class Sorting<Row> {
  #by = $state('');
  #way: SortWay = $state(null);
  readonly #columns: Readonly<Record<string, (row: Row) => SortKey>>;

  /** @param columns what each column sorts by */
  constructor(columns: Readonly<Record<string, (row: Row) => SortKey>>) {
    this.#columns = columns;
  }

  press(column: string): void {
    this.#way = nextWay(this.way(column));
    this.#by = column;
  }

  /** The order of a column, null where the table is not sorted by it. */
  way(column: string): SortWay {
    return this.#by === column ? this.#way : null;
  }

  /** Whether the rows stand as they came: no column orders them. */
  get asCame(): boolean {
    return this.#way === null;
  }

  rows(rows: readonly Row[]): readonly Row[] {
    const keyOf = this.#columns[this.#by];
    return keyOf === undefined ? rows : sortedBy(rows, keyOf, this.#way);
  }
}
