import { fileOf } from './findings';
import { fold } from '../fold';
import { nearest } from '../nearest';
import type { TableName } from '../record';
import { cellOf, type Ids, type Tables } from '../tables';
import { itemsOf } from '../values';

const digits = (id: string) => id.replace(/\D/g, '');

/** So many comparisons take a fraction of a second; a table that dangles throughout is not helped by the thousandth suggestion. */
const MOST_COMPARISONS = 200_000;

/** Finds what a dangling key was meant to be: the nearest id, or for actors the id behind a name or alias. */
export class KeySuggester {
  private readonly cache = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly candidates = new Map<string, string[]>();
  private comparisons = 0;

  constructor(
    tables: Tables,
    private readonly ids: Ids,
  ) {
    const { actors } = tables;
    for (let row = 0; actors && row < actors.rows.length; row++) {
      const id = cellOf(actors, row, 'id');
      for (const name of [cellOf(actors, row, 'name'), ...itemsOf(cellOf(actors, row, 'aliases'))]) {
        if (name && !this.names.has(fold(name))) this.names.set(fold(name), id);
      }
    }
  }

  /** A sentence that says what to write instead of a key that points at none of the tables. */
  suggest(value: string, targets: readonly TableName[]): string {
    const key = `${targets.join()} ${value}`;
    let suggestion = this.cache.get(key);
    if (suggestion === undefined) this.cache.set(key, (suggestion = this.find(value, targets)));
    return suggestion;
  }

  private find(value: string, targets: readonly TableName[]): string {
    const named = targets.includes('actors') ? this.names.get(fold(value)) : undefined;
    if (named !== undefined) return `\`${value}\` is a name; its id is \`${named}\`.`;
    const candidates = this.candidatesOf(targets);
    this.comparisons += candidates.length;
    const near = this.comparisons > MOST_COMPARISONS ? null : nearest(value, candidates);
    // Another date is another page or day: a citation is never bent to one that happens to be there.
    if (near === null || (digits(near) !== digits(value) && !targets.includes('actors')))
      return `Add it to ${targets.map(fileOf).join(' or ')} first.`;
    const isId = targets.some((target) => this.ids.get(target)?.has(near));
    return `Did you mean \`${isId ? near : (this.names.get(near) ?? near)}\`?`;
  }

  private candidatesOf(targets: readonly TableName[]): string[] {
    const key = targets.join();
    let candidates = this.candidates.get(key);
    if (!candidates) {
      candidates = targets.flatMap((target) => [...(this.ids.get(target)?.keys() ?? [])]);
      if (targets.includes('actors')) candidates.push(...this.names.keys());
      this.candidates.set(key, candidates);
    }
    return candidates;
  }
}
