import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyText } from './clipboard';
import { drag } from './drag';

/** As much of an element and a pointer as a drag asks for. */
function stage(left: number) {
  const heard = new Map<string, (event: unknown) => void>();
  const target = {
    captured: -1,
    setPointerCapture: (id: number) => (target.captured = id),
    addEventListener: (name: string, listen: (event: unknown) => void) => heard.set(name, listen),
    removeEventListener: (name: string) => heard.delete(name),
    getBoundingClientRect: () => ({ left }),
  };
  const at = (clientX: number, type = 'pointermove') => ({ clientX, type, pointerId: 7, currentTarget: target });
  return {
    target,
    heard,
    press: (x: number, act: Parameters<typeof drag>[2]) =>
      drag(at(x, 'pointerdown') as unknown as PointerEvent, target as unknown as Element, act),
    send: (type: string, x: number) => heard.get(type)?.(at(x, type)),
  };
}

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined));
});
afterEach(() => vi.unstubAllGlobals());
const nextFrame = () => frames.splice(0).forEach((frame) => frame());

describe('a drag', () => {
  it('tells where it is once a frame, the latest place alone, from the element’s left', () => {
    const { press, send, target } = stage(100);
    const move = vi.fn();
    press(150, { move });
    expect(target.captured).toBe(7);
    send('pointermove', 160);
    send('pointermove', 190);
    expect(move).not.toHaveBeenCalled();
    nextFrame();
    expect(move.mock.calls.map(([x]) => x as number)).toEqual([90]);
  });

  it('ends where the pointer was let go, also between two frames, and listens no longer', () => {
    const { press, send, heard } = stage(100);
    const move = vi.fn();
    const end = vi.fn();
    press(150, { move, end });
    send('pointermove', 160);
    send('pointerup', 230);
    nextFrame();
    expect(move.mock.calls.map(([x]) => x as number)).toEqual([130]);
    expect(end).toHaveBeenCalledExactlyOnceWith(130, true);
    expect(heard.size).toBe(0);
  });

  it('is a click where it stayed within 3 px', () => {
    const { press, send } = stage(0);
    const end = vi.fn();
    press(50, { move: () => undefined, end });
    send('pointermove', 53);
    send('pointerup', 52);
    expect(end).toHaveBeenCalledWith(52, false);
    press(50, { move: () => undefined, end });
    send('pointermove', 54);
    send('pointerup', 50);
    expect(end).toHaveBeenLastCalledWith(50, true);
  });

  it('that is broken off moves nothing more, but ends', () => {
    const { press, send } = stage(0);
    const move = vi.fn();
    const end = vi.fn();
    press(50, { move, end });
    send('pointercancel', 80);
    nextFrame();
    expect(move).not.toHaveBeenCalled();
    expect(end).toHaveBeenCalledOnce();
  });
});

describe('the clipboard', () => {
  it('says whether the text is there', async () => {
    const kept: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(void kept.push(text)) } });
    expect(await copyText('a link')).toBe(true);
    expect(kept).toEqual(['a link']);
  });

  it('says so where the browser refuses, and where the page has none', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
    expect(await copyText('a link')).toBe(false);
    vi.stubGlobal('navigator', {});
    expect(await copyText('a link')).toBe(false);
  });
});
