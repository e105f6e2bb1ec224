/** What both compared pages know of a crowd: rows sorted by day, pairs with their rows, and sums that a step of the clock moves on. */

/** Colours of the five grades, from hostile to supportive. */
export const INKS = ['#a12c10', '#d0603a', '#8a8a86', '#3f78b5', '#174a8c'];

/** @returns {Promise<{ actors: [string, number, number][], rows: [number, number, number, number, [number, number] | null][], pairs: { a: number, b: number }[], pairOf: Int32Array }>} */
export async function readCrowd() {
  const { actors, rows } = await (await fetch('../crowd.json')).json();
  const known = new Map();
  const pairs = [];
  const pairOf = Int32Array.from(rows, ([, a, b]) => {
    const key = a * actors.length + b;
    if (!known.has(key)) {
      known.set(key, pairs.length);
      pairs.push({ a, b });
    }
    return known.get(key);
  });
  return { actors, rows, pairs, pairOf };
}

/** A running mean with a half-life for each pair, moved on a day at a time. */
export class Sums {
  constructor({ rows, pairs, pairOf }) {
    this.rows = rows;
    this.pairOf = pairOf;
    this.next = 0;
    this.sum = new Float64Array(pairs.length);
    this.weight = new Float64Array(pairs.length);
    this.last = new Float64Array(pairs.length);
  }

  to(day) {
    while (this.next < this.rows.length && this.rows[this.next][0] <= day) {
      const [at, , , score] = this.rows[this.next];
      const pair = this.pairOf[this.next];
      const keep = 2 ** (-(at - this.last[pair]) / 30);
      this.sum[pair] = this.sum[pair] * keep + score;
      this.weight[pair] = this.weight[pair] * keep + 1;
      this.last[pair] = at;
      this.next++;
    }
  }

  /** Grade of a pair, 0 to 4, or -1 where nothing is known. */
  grade(pair) {
    return this.weight[pair] === 0 ? -1 : Math.round(this.sum[pair] / this.weight[pair]) + 2;
  }
}

/** Rows up to a day, by binary search. */
export function before(rows, day) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle][0] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const FROM = Date.parse('2024-02-01') / 86_400_000;
export const AT = Date.parse('2025-06-01') / 86_400_000;
export const TO = Date.parse('2025-12-20') / 86_400_000;
