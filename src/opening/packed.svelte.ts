import type { PackedAtHand, RowsAsked } from '../focus/records';
import type { StanceRecord } from '../record/record';
import type { RowsWanted } from '../packed/readRows';
import type { PackedManifest } from '../packed/form';

/** An open packed folder, as much of it as is asked here. */
export interface PackedDoor {
  readonly manifest: PackedManifest | null;
  open(name: string, said: (line: string) => void): Promise<StanceRecord>;
  withCube(record: StanceRecord, said: (line: string) => void): Promise<StanceRecord>;
  size(wanted: RowsWanted): Promise<number>;
  rows(wanted: RowsWanted, title: string, said: (line: string) => void): Promise<Map<string, Uint8Array>>;
  pairOf(holder: string, target: string): number;
  pairsWith(actor: string): number[];
  close(): void;
}

/** Where the folder of a packed record is kept in mind: an address alone, since its files stay where they are. */
export const POINTER = 'packed.txt';

/** Up to so many bytes the counts by kind and basis are fetched unasked, once the first picture is there. */
const UNASKED = 24 * 1024 * 1024;

/** The packed record that is open: what of it is fetched, and what can be. */
export class OpenPacked implements PackedAtHand {
  readonly door: PackedDoor;
  cube: 'none' | 'coming' | 'here' = $state('none');
  line = $state('');
  problem = $state('');
  readonly #show: (record: StanceRecord) => void;
  readonly #openRows: (title: string, name: string, files: () => Promise<Map<string, Uint8Array>>) => Promise<void>;

  /**
   * @param show shows the record with more of it
   * @param openRows opens rows as a record of their own
   */
  constructor(
    door: PackedDoor,
    show: (record: StanceRecord) => void,
    openRows: (title: string, name: string, files: () => Promise<Map<string, Uint8Array>>) => Promise<void>,
  ) {
    this.door = door;
    this.#show = show;
    this.#openRows = openRows;
  }

  get cubeBytes(): number {
    return this.door.manifest?.cube.bytes ?? 0;
  }

  get rows(): number {
    return this.door.manifest?.rows ?? 0;
  }

  /** What is fetched unasked, where it is little. */
  async begin(record: StanceRecord): Promise<void> {
    if (this.cubeBytes <= UNASKED) await this.fetchCube(record);
  }

  async fetchCube(record: StanceRecord): Promise<void> {
    if (this.cube !== 'none') return;
    this.cube = 'coming';
    this.problem = '';
    try {
      const whole = await this.door.withCube(record, (line) => (this.line = line));
      this.cube = 'here';
      this.#show(whole);
    } catch (error) {
      this.cube = 'none';
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.line = '';
  }

  #wanted({ pair, actors, from, to }: RowsAsked): RowsWanted {
    const days = [from, to] as const;
    if (pair !== null) return { pairs: new Set([this.door.pairOf(...pair)]), days };
    if (actors.length > 0) return { pairs: new Set(actors.flatMap((actor) => this.door.pairsWith(actor))), days };
    return { pairs: null, days };
  }

  size(asked: RowsAsked): Promise<number> {
    return this.door.size(this.#wanted(asked));
  }

  async fetchRows(asked: RowsAsked, title: string): Promise<void> {
    const name = `rows-of-${this.door.manifest?.name ?? 'packed'}`;
    await this.#openRows(title, name, async () => {
      const files = await this.door.rows(this.#wanted(asked), title, () => {});
      return new Map([...files].map(([file, bytes]) => [`${name}/${file}`, bytes]));
    });
  }

  close(): void {
    this.door.close();
  }
}
