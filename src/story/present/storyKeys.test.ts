import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storyAct, swipeOf } from './storyKeys';

class FakeElement {
  readonly matches: readonly string[];
  constructor(...matches: string[]) {
    this.matches = matches;
  }
  closest(selectors: string): FakeElement | null {
    return selectors.split(', ').some((selector) => this.matches.includes(selector)) ? this : null;
  }
}
const body = new FakeElement();
beforeAll(() => {
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('document', { body });
});
afterAll(() => vi.unstubAllGlobals());

const press = (key: string, presenting: boolean, target: FakeElement | null = body, more: Partial<KeyboardEvent> = {}) =>
  storyAct({ key, target, defaultPrevented: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as unknown as KeyboardEvent, presenting); // prettier-ignore

describe('the keys of a story', () => {
  it('turn the page while it is read, from the page itself and from its words, and do nothing more', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'ArrowDown', ' ', 'b', 'Escape'];
    const acts = ['next', 'back', 'next', 'back', null, null, null, null];
    expect(keys.map((key) => press(key, false))).toEqual(acts);
    expect(keys.map((key) => press(key, false, new FakeElement('[data-story-words]')))).toEqual(acts);
    expect(press('ArrowRight', false, new FakeElement('button'))).toBeNull();
    expect(press('ArrowRight', false, null)).toBe('next');
  });

  it('do all that a speaker needs while it is presented, wherever the focus is', () => {
    const keys = [
      'ArrowDown',
      'ArrowUp',
      ' ',
      'Enter',
      'Home',
      'End',
      'b',
      'B',
      '.',
      'f',
      'p',
      't',
      'n',
      'Escape',
      'ArrowRight',
      'x',
    ];
    expect(keys.map((key) => press(key, true, new FakeElement('svg')))).toEqual(
      ['next', 'back', 'next', 'next', 'first', 'last', 'blank', 'blank', 'blank', 'full', 'pointer', 'timer', 'notes', 'escape', 'next', null], // prettier-ignore
    );
    expect(press(' ', true, body, { shiftKey: true })).toBe('back');
  });

  it('belong to what has the focus where that uses them', () => {
    for (const own of [
      'input',
      'textarea',
      'select',
      '[contenteditable]',
      '[role="dialog"]',
      '[role="menu"]',
      '[role="slider"]',
      '[role="grid"]',
    ])
      // prettier-ignore
      expect(press('ArrowRight', true, new FakeElement(own))).toBeNull();
    for (const pressed of ['button', 'a', '[role="button"]']) {
      expect([press(' ', true, new FakeElement(pressed)), press('Enter', true, new FakeElement(pressed))]).toEqual([null, null]);
      expect(press('ArrowRight', true, new FakeElement(pressed))).toBe('next');
    }
  });

  it('are the browser’s with Ctrl, Alt or Command, and nobody’s where somebody took them', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { defaultPrevented: true }])
      expect(press('ArrowRight', true, body, more)).toBeNull();
  });
});

it('a finger turns the page sideways and far enough', () => {
  expect([[-48, 0], [48, 0], [-47, 0], [-48, 30], [-48, 31], [100, -62], [100, 63]].map(([dx = 0, dy = 0]) => swipeOf(dx, dy))).toEqual([1, -1, 0, 1, 0, -1, 0]); // prettier-ignore
});
