/** Two texts as a unified diff that `git apply` takes (POSIX `diff -u`, with git's header). */

/** Lines of context around a change. */
const CONTEXT = 3;

/** Beyond so many differing lines the middle is written as one change: still right, and found at once. */
const MOST_STEPS = 1500;

/** One line of a comparison. */
interface Line {
  sign: ' ' | '-' | '+';
  text: string;
}

/**
 * Lines of one text and of another, those that they share once (E. W. Myers, An O(ND) difference algorithm and its variations,
 * Algorithmica 1, 1986).
 */
export function compareLines(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const same = (text: string): Line => ({ sign: ' ', text });
  return [
    ...before.slice(0, head).map(same),
    ...shortest(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

function shortest(a: readonly string[], b: readonly string[]): Line[] {
  const removed = (text: string): Line => ({ sign: '-', text });
  const added = (text: string): Line => ({ sign: '+', text });
  if (a.length === 0 || b.length === 0) return [...a.map(removed), ...b.map(added)];
  const most = Math.min(MOST_STEPS, a.length + b.length);
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const [below, above] = [furthest.get(k - 1) ?? -1, furthest.get(k + 1) ?? -1];
      let x = k === -d || (k !== d && below < above) ? above : below + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace);
    }
  }
  return [...a.map(removed), ...b.map(added)];
}

function backtrack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Line[] {
  const lines: Line[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0 && (x > 0 || y > 0); d--) {
    const reached = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const [below, above] = [reached.get(k - 1) ?? -1, reached.get(k + 1) ?? -1];
    const from = k === -d || (k !== d && below < above) ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : (reached.get(from) ?? 0);
    const startY = d === 0 ? 0 : startX - from;
    while (x > startX && y > startY) {
      lines.push({ sign: ' ', text: a[x - 1] ?? '' });
      x--;
      y--;
    }
    if (d === 0) break;
    if (x === startX) lines.push({ sign: '+', text: b[y - 1] ?? '' });
    else lines.push({ sign: '-', text: a[x - 1] ?? '' });
    x = startX;
    y = startY;
  }
  return lines.reverse();
}

const NO_END = '\\ No newline at end of file';

/** Lines of a text; the last one is marked where no line feed ends it, so that it differs from the same line with one. */
function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return last === '' ? lines : [...lines, `${last}\n${NO_END}`];
}

/**
 * A file's change as a patch; empty where nothing differs.
 *
 * @param path from the root of the repository, with `/`
 * @param before text of the file with every byte that it has, byte order mark and carriage returns included; null where it is new
 */
export function filePatch(path: string, before: string | null, after: string): string {
  if (before === after) return '';
  const lines = compareLines(linesOf(before ?? ''), linesOf(after));
  const hunks: string[] = [];
  // A line without a change that lies farther from one than the context ends a hunk.
  const near = new Set<number>();
  lines.forEach(({ sign }, i) => {
    if (sign !== ' ') for (let at = i - CONTEXT; at <= i + CONTEXT; at++) near.add(at);
  });
  let old = 1;
  let fresh = 1;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (line === undefined) break;
    if (!near.has(i)) {
      old++;
      fresh++;
      i++;
      continue;
    }
    const body: string[] = [];
    const [firstOld, firstNew] = [old, fresh];
    for (; i < lines.length && near.has(i); i++) {
      const { sign, text } = lines[i] ?? { sign: ' ', text: '' };
      body.push(`${sign}${text}`);
      if (sign !== '+') old++;
      if (sign !== '-') fresh++;
    }
    const [was, is] = [old - firstOld, fresh - firstNew];
    hunks.push(
      `@@ -${was === 0 ? firstOld - 1 : firstOld},${was} +${is === 0 ? firstNew - 1 : firstNew},${is} @@\n${body.join('\n')}\n`,
    );
  }
  const head =
    before === null
      ? `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n`
      : `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n`;
  return head + hunks.join('');
}
