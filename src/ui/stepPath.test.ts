import { expect, it } from 'vitest';
import { stepPath } from './stepPath';

const x = (day: number) => day;
const y = (value: number) => value * 100;

it('breaks the line where nothing is known, and never draws it sloping', () => {
  const steps = [
    { day: 0, value: 0.5 },
    { day: 10, value: NaN },
    { day: 20, value: 0.25 },
    { day: 25, value: 0.75 },
  ];
  expect(stepPath(steps, x, y, 30)).toBe('M0.0,50.0H10.0M20.0,25.0H25.0V75.0H30.0');
});
