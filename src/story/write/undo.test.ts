import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, done, redone, undone, type Undo } from './undo';

const after = (...steps: [string, string?][]) =>
  steps.reduce<Undo<string>>((history, [text, kind]) => done(history, text, kind), begun('start'));

describe('undo', () => {
  it('takes steps back in order and does them again', () => {
    let history = after(['a'], ['b']);
    history = undone(history);
    expect(history.present).toBe('a');
    history = undone(history);
    expect(history.present).toBe('start');
    history = redone(redone(history));
    expect(history.present).toBe('b');
  });

  it('stops at either end', () => {
    const start = begun('start');
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });

  it('takes typing in one field back as one step', () => {
    const typed = after(['t', 'title'], ['ti', 'title'], ['tit', 'title'], ['x', 'text'], ['xy', 'text']);
    expect(undone(typed).present).toBe('tit');
    expect(undone(undone(typed)).present).toBe('start');
  });

  it('never joins steps without a kind', () => expect(undone(after(['a'], ['b'])).present).toBe('a'));

  it('does not join typing to what was before an undo', () => {
    const typed = done(undone(after(['t', 'title'], ['x', 'text'])), 'ti', 'title');
    expect(undone(typed).present).toBe('t');
  });

  it('forgets what was undone once something new is done, and only then', () => {
    const back = undone(after(['a'], ['b']));
    expect(redone(done(back, 'a')).present).toBe('b');
    expect(redone(done(back, 'c')).present).toBe('c');
  });

  it('keeps two hundred steps', () => {
    let history = begun(0);
    for (let i = 1; i <= 250; i++) history = done(history, i);
    for (let i = 0; i < 300; i++) history = undone(history);
    expect(history.present).toBe(50);
  });

  it('then redo is where it was, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom('', 'title', 'text'))), fc.nat(20), (steps, back) => {
        const end = after(...steps);
        let history = end;
        const most = Math.min(back, end.past.length);
        for (let i = 0; i < most; i++) history = undone(history);
        for (let i = 0; i < most; i++) history = redone(history);
        expect(history.present).toBe(end.present);
        expect(history.past).toEqual(end.past);
      }),
    );
  });
});
