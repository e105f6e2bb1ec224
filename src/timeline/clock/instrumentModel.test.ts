import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentRoom } from './instrumentModel';

describe('the instrument in a window', () => {
  it('keeps two lanes, the strip and a row of events at 1024x600, and gives up the whole record first', () => {
    expect(instrumentRoom(1024, 600)).toMatchObject({ form: 'full', lanes: 2, events: 1, strip: 24, overview: false });
  });

  it('has three lanes and the whole record on a laptop, a second row of events and a fourth lane from 760 px on', () => {
    expect(instrumentRoom(1366, 657)).toMatchObject({ lanes: 3, events: 1, overview: true });
    expect(instrumentRoom(1280, 759)).toMatchObject({ lanes: 3, events: 1 });
    expect(instrumentRoom(1280, 760)).toMatchObject({ lanes: 4, events: 2 });
    expect(instrumentRoom(1440, 900)).toMatchObject({ lanes: 4, events: 3 });
  });

  it('is as high as its parts: clock, events with their ticks, lanes, strip, axis and the whole record', () => {
    expect(instrumentRoom(1440, 900).height).toBe(36 + (3 * 18 + 5 + 1) + 4 * 24 + 1 + 28 + 14 + 29);
    expect(instrumentRoom(1024, 600).height).toBe(30 + (18 + 5 + 1) + 2 * 24 + 1 + 24 + 14 + 4);
    expect(instrumentRoom(800, 600).height).toBe(36 + 3 * 24 + 1 + 32 + 14 + 29);
  });

  it('is a bar on a phone, and has no events where plates stand one at a time', () => {
    expect(instrumentRoom(719, 900)).toMatchObject({ form: 'bar', height: 116 });
    expect(instrumentRoom(720, 900)).toMatchObject({ form: 'short', events: 0, lanes: 3 });
    expect(instrumentRoom(1023, 900).form).toBe('short');
    expect(instrumentRoom(1024, 900).form).toBe('full');
  });

  it('never shrinks where the window grows, and leaves more than half of the window to the page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 4000 }), fc.integer({ min: 600, max: 2200 }), (width, height) => {
        const room = instrumentRoom(width, height);
        expect(room.lanes).toBeGreaterThanOrEqual(2);
        expect(room.height).toBeLessThanOrEqual(instrumentRoom(width, height + 100).height);
        expect(room.height).toBeLessThan(height / 2);
      }),
    );
  });
});
