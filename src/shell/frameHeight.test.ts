import { describe, expect, it } from 'vitest';
import { neededHeight } from './frameHeight';

describe('the height that a frame asks for', () => {
  it('is that of its content where it flows, in whole px', () => {
    expect(neededHeight({ flows: true, content: 1234.2, around: 99, rows: 3 })).toBe(1235);
  });

  it('is what its pictures need at least, however high they are drawn, with what stands around them', () => {
    expect(neededHeight({ flows: false, content: 2000, around: 150.5, rows: 1 })).toBe(511);
    expect(neededHeight({ flows: false, content: 2000, around: 150, rows: 2 })).toBe(870);
    expect(neededHeight({ flows: false, content: 2000, around: 280, rows: 0 })).toBe(280);
  });
});
