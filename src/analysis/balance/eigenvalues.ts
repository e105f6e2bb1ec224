/**
 * Eigenvalues of a symmetric matrix: Householder reduction to three diagonals, then QL with implicit shifts (Golub and Van Loan, Matrix
 * Computations, 8.3; EISPACK tred1 and imtql1). Time grows with n cubed: 150 nodes in some milliseconds, 1,000 in a second or two.
 *
 * @param matrix n times n numbers, row by row; left as it is
 * @returns n eigenvalues in rising order
 */
export function eigenvaluesOf(matrix: Float64Array, n: number): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix.slice(), n);
  return implicitQl(diagonal, beside).sort();
}

/** Diagonal and subdiagonal (`beside[i]` joins i and i + 1) of a similar matrix. Overwrites `m`. */
function tridiagonal(m: Float64Array, n: number): { diagonal: Float64Array; beside: Float64Array } {
  const beside = new Float64Array(n);
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    let norm = 0;
    for (let i = k + 1; i < n; i++) norm += m[i * n + k]! ** 2;
    norm = Math.sqrt(norm);
    const head = m[(k + 1) * n + k]!;
    const alpha = head > 0 ? -norm : norm;
    beside[k] = alpha;
    const half = norm * norm - head * alpha;
    if (half < 1e-300) {
      beside[k] = head;
      continue;
    }
    for (let i = k + 1; i < n; i++) v[i] = m[i * n + k]!;
    v[k + 1]! -= alpha;
    // A - v w' - w v' with p = A v / half and w = p - (v'p / 2 half) v.
    let inner = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += m[i * n + j]! * v[j]!;
      p[i] = sum / half;
      inner += v[i]! * p[i]!;
    }
    const share = inner / (2 * half);
    for (let i = k + 1; i < n; i++) p[i]! -= share * v[i]!;
    for (let i = k + 1; i < n; i++) {
      const vi = v[i]!;
      const pi = p[i]!;
      for (let j = k + 1; j < n; j++) m[i * n + j]! -= vi * p[j]! + pi * v[j]!;
    }
  }
  if (n > 1) beside[n - 2] = m[(n - 1) * n + n - 2]!;
  return { diagonal: Float64Array.from({ length: n }, (_, i) => m[i * n + i]!), beside };
}

/** Eigenvalues of a symmetric tridiagonal matrix, in no order. Overwrites both arrays. */
function implicitQl(d: Float64Array, e: Float64Array): Float64Array {
  const n = d.length;
  for (let l = 0; l < n; l++) {
    for (let turn = 0; turn < 60; turn++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++;
      if (m === l) break;
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!);
      let r = Math.hypot(g, 1);
      g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? r : -r));
      let s = 1;
      let c = 1;
      let shift = 0;
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i]!;
        const b = c * e[i]!;
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1]! -= shift;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1]! - shift;
        r = (d[i]! - g) * s + 2 * c * b;
        shift = s * r;
        d[i + 1] = g + shift;
        g = c * r - b;
      }
      if (r === 0 && i >= l) continue;
      d[l]! -= shift;
      e[l] = g;
      e[m] = 0;
    }
  }
  return d;
}
