import { plainNumber } from '../words/numbers';

/** One step of a line: it holds from `day` until the day of the next step. */
export interface Step {
  day: number;
  /** NaN while there is nothing to say: the line is broken there. */
  value: number;
}

/** Steps as an SVG path: level until the next step, then a jump; the last one holds until `to`. */
export function stepPath(steps: readonly Step[], x: (day: number) => number, y: (value: number) => number, to: number): string {
  let path = '';
  let pen = false;
  steps.forEach((step, index) => {
    const until = Math.min(to, steps[index + 1]?.day ?? to);
    if (Number.isNaN(step.value) || until < step.day) {
      pen = false;
      return;
    }
    path += `${pen ? 'V' : `M${plainNumber(x(step.day), 1)},`}${plainNumber(y(step.value), 1)}H${plainNumber(x(until), 1)}`;
    pen = true;
  });
  return path;
}
