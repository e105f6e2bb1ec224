import type { StanceRecord } from '../record/record';
import { recordOf, type PackedParts } from './openFolder';
import type { PackedAnswers, PackedAsk } from './packedJob';
import type { PackedPlace } from './places';
import type { PackedManifest } from './form';
import type { RowsWanted } from './readRows';
import type { FromKeeper, ToKeeper } from './worker';

export type Said = (line: string) => void;

/** A packed folder that is open: the page's end of the worker that keeps it. */
export class PackedDesk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void; said: Said }>();
  #ids = 0;
  #parts: PackedParts | null = null;

  constructor(place: PackedPlace) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromKeeper>) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      if ('line' in data) {
        waiting.said(data.line);
        return;
      }
      this.#waiting.delete(data.id);
      if ('failure' in data) waiting.reject(new Error(data.failure));
      else waiting.resolve(data.answer as never);
    });
    this.#worker.addEventListener('error', (event) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(event.message || 'The worker that reads the packed folder stopped.'));
      this.#waiting.clear();
    });
    this.#send({ place });
  }

  #send(message: ToKeeper): void {
    this.#worker.postMessage(message);
  }

  #ask<Kind extends PackedAsk['kind']>(ask: PackedAsk & { kind: Kind }, said: Said = () => {}): Promise<PackedAnswers[Kind]> {
    const id = this.#ids++;
    return new Promise<PackedAnswers[Kind]>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (answer: never) => void, reject, said });
      this.#send({ id, ask });
    });
  }

  /** The record that the first picture needs: its counts by pair and day. */
  async open(name: string, said?: Said): Promise<StanceRecord> {
    this.#parts = await this.#ask({ kind: 'open', name }, said);
    return recordOf(this.#parts, null);
  }

  /** The same record with its counts by kind of source and basis as well. */
  async withCube(record: StanceRecord, said?: Said): Promise<StanceRecord> {
    const cube = await this.#ask({ kind: 'cube' }, said);
    const { packed } = record;
    return packed === undefined ? record : { ...record, packed: { ...packed, cube } };
  }

  /** How many bytes would be fetched for some rows. */
  size(wanted: RowsWanted): Promise<number> {
    return this.#ask({ kind: 'size', wanted });
  }

  /** Some rows as the files of a record. */
  rows(wanted: RowsWanted, title: string, said?: Said): Promise<Map<string, Uint8Array>> {
    return this.#ask({ kind: 'rows', wanted, title }, said);
  }

  /** Number of a pair by the ids of its actors, or -1. */
  pairOf(holder: string, target: string): number {
    return this.#parts?.pairs.findIndex(([h, t]) => h === holder && t === target) ?? -1;
  }

  /** Numbers of the pairs of which an actor is one end. */
  pairsWith(actor: string): number[] {
    return (this.#parts?.pairs ?? []).flatMap(([h, t], pair) => (h === actor || t === actor ? [pair] : []));
  }

  get manifest(): PackedManifest | null {
    return this.#parts?.manifest ?? null;
  }

  close(): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error('The folder was closed.'));
    this.#waiting.clear();
  }
}
