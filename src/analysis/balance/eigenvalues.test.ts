import { expect, it } from 'vitest';
import { eigenvaluesOf } from './eigenvalues';
import { seeded } from '../random';

it('are those of graphs whose spectrum is known', () => {
  const n = 9;
  const complete = Float64Array.from({ length: n * n }, (_, k) => (k % n === Math.floor(k / n) ? 0 : 1));
  const ofComplete = eigenvaluesOf(complete, n);
  ofComplete.forEach((value, i) => expect(value).toBeCloseTo(i === n - 1 ? n - 1 : -1, 10));
  const path = Float64Array.from({ length: n * n }, (_, k) => (Math.abs((k % n) - Math.floor(k / n)) === 1 ? 1 : 0));
  eigenvaluesOf(path, n).forEach((value, i) => expect(value).toBeCloseTo(2 * Math.cos(((n - i) * Math.PI) / (n + 1)), 10));
});

it('keep the trace of the matrix and of its square and cube', () => {
  for (const n of [1, 2, 3, 17, 40]) {
    const random = seeded(n);
    const m = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = i; j < n; j++) m[i * n + j] = m[j * n + i] = Math.round(random() * 4 - 2);
    const values = eigenvaluesOf(m, n);
    const times = (a: Float64Array, b: Float64Array) =>
      Float64Array.from({ length: n * n }, (_, k) => {
        let sum = 0;
        for (let t = 0; t < n; t++) sum += a[Math.floor(k / n) * n + t]! * b[t * n + (k % n)]!;
        return sum;
      });
    let power = m;
    for (let exponent = 1; exponent <= 3; exponent++) {
      let trace = 0;
      for (let i = 0; i < n; i++) trace += power[i * n + i]!;
      expect(values.reduce((sum, value) => sum + value ** exponent, 0)).toBeCloseTo(trace, 6);
      power = times(power, m);
    }
  }
});
