import { describe, expect, it } from 'vitest';
import { inUnits, queryIn } from './textUnits.mjs';

describe('a length in a style', () => {
  it('follows the reader’s type, wherever it stands in a value', () => {
    expect(inUnits('600 13.5px/1.25 var(--sans)')).toBe('600 calc(13.5 * var(--unit))/1.25 var(--sans)');
    expect(inUnits('min(300px, calc(100vw - 24px))')).toBe('min(calc(300 * var(--unit)), calc(100vw - calc(24 * var(--unit))))');
    expect(inUnits('0 -14px')).toBe('0 calc(-14 * var(--unit))');
    expect(inUnits('3px')).toBe('calc(3 * var(--unit))');
  });

  it('stays where it is a hairline, or no length', () => {
    for (const value of ['1px solid var(--ink)', '1.5px', '-2px', '2.9px', '44', 'var(--a12px)', '#12px', '50%', '1.4em'])
      expect(inUnits(value)).toBe(value);
  });
});

describe('the condition under which a rule holds', () => {
  it('counts the window in letters: at twice the type it is half as wide', () => {
    expect(queryIn('screen and (max-height: 759px) and (min-width: 1024px)', 'em')).toBe(
      'screen and (max-height: 47.4375em) and (min-width: 64em)',
    );
    expect(queryIn('(max-width: 600px)', 'rem')).toBe('(max-width: 37.5rem)');
    expect(queryIn('(pointer: coarse)', 'em')).toBe('(pointer: coarse)');
  });
});
