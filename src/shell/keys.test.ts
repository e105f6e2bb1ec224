import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FIRST_SIGNS, keyAct, SIGN_ACTS, soundSigns, typedAhead, withSign, type SignAct } from './keys';

/** As much of an element as a key asks of it: whether it lies in what a selector names, and whether a sheet is open in its page. */
class FakeElement {
  constructor(
    readonly inside: readonly string[] = [],
    readonly sheetOpen = false,
  ) {}
  closest(selector: string): FakeElement | null {
    return selector.split(', ').some((part) => this.inside.includes(part)) ? this : null;
  }
  get ownerDocument() {
    return { querySelector: (selector: string) => (selector === ':popover-open' && this.sheetOpen ? this : null) };
  }
}
vi.stubGlobal('Element', FakeElement);

const press = (key: string, more: Partial<KeyboardEvent> = {}, target = new FakeElement()) =>
  keyAct({
    key,
    defaultPrevented: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    target,
    ...more,
  } as unknown as KeyboardEvent);

describe('a key on the page', () => {
  it.each([
    ['/', { type: 'find' }],
    ['?', { type: 'help' }],
    ['a', { type: 'actors' }],
    ['l', { type: 'link' }],
    ['s', { type: 'save' }],
    [' ', { type: 'play' }],
    [',', { type: 'step', direction: -1 }],
    ['.', { type: 'step', direction: 1 }],
    ['Escape', { type: 'clear' }],
    ['1', { type: 'page', index: 0 }],
    ['9', { type: 'page', index: 8 }],
  ])('%s does what the help says', (key, act) => expect(press(key)).toEqual(act));

  it.each(['0', 'x', 'Enter', 'ArrowLeft', 'S', '10'])('%s does nothing', (key) => expect(press(key)).toBe(null));

  it('finds by Ctrl or Command and K, in either case, and leaves every other chord to the browser', () => {
    expect(press('k', { ctrlKey: true })).toEqual({ type: 'find' });
    expect(press('K', { metaKey: true })).toEqual({ type: 'find' });
    expect(press('k')).toBe(null);
    for (const chord of ['ctrlKey', 'metaKey', 'altKey'] as const) expect(press('s', { [chord]: true })).toBe(null);
  });

  it('is left to what has used it', () => expect(press('s', { defaultPrevented: true })).toBe(null));

  it.each(['input', 'textarea', 'select', '[contenteditable]', '[role="dialog"]', '[role="menu"]'])(
    'is left to %s, Ctrl K excepted',
    (place) => {
      const target = new FakeElement([place]);
      expect(press('s', {}, target)).toBe(null);
      expect(press('k', { ctrlKey: true }, target)).toEqual({ type: 'find' });
    },
  );

  it.each(['button', 'a', '[role="slider"]', '[role="option"]', 'summary'])(
    'Space presses %s; a letter is still the page’s',
    (place) => {
      const target = new FakeElement([place]);
      expect(press(' ', {}, target)).toBe(null);
      expect(press('s', {}, target)).toEqual({ type: 'save' });
    },
  );

  it('Escape closes an open sheet and keeps what is selected', () => {
    expect(press('Escape', {}, new FakeElement([], true))).toBe(null);
    expect(press('s', {}, new FakeElement([], true))).toEqual({ type: 'save' });
  });
});

describe('letters typed for a field that is on its way', () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    ...more,
  });

  it('are all kept, in order, whatever they would do to the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect([...text].reduce((typed, letter) => typedAhead(typed, key(letter)) ?? 'lost', '')).toBe(text);
      }),
    );
  });

  it('are taken back by Backspace, and left alone by shortcuts, arrows and compositions', () => {
    expect(typedAhead('as', key('Backspace'))).toBe('a');
    expect(typedAhead('', key('Backspace'))).toBe('');
    expect(typedAhead('as', key('c', { ctrlKey: true }))).toBeNull();
    expect(typedAhead('as', key('ArrowLeft'))).toBeNull();
    expect(typedAhead('as', key('か', { isComposing: true }))).toBeNull();
    expect(typedAhead('as', key('ł', { altKey: true }))).toBe('asł');
  });
});

describe('single letters', () => {
  const when = (key: string, choice: 'plain' | 'alt' | 'off', more: Partial<KeyboardEvent> = {}) =>
    keyAct({ key, code: '', defaultPrevented: false, altKey: false, ...more } as unknown as KeyboardEvent, choice);

  it('act as they are, only with Alt, or never, as the reader has it', () => {
    expect([when('l', 'plain')?.type, when('l', 'alt'), when('l', 'off')]).toEqual(['link', null, null]);
    const held = { altKey: true, code: 'KeyL' };
    // With Alt some machines write another sign.
    expect([when('ł', 'plain', held), when('ł', 'alt', held)?.type, when('ł', 'off', held)]).toEqual([null, 'link', null]);
    expect(when('¡', 'alt', { altKey: true, code: 'Digit1' })).toEqual({ type: 'page', index: 0 });
  });

  it('leave Space, Escape and Control K as they are, whatever is chosen', () => {
    for (const choice of ['plain', 'alt', 'off'] as const)
      expect([when(' ', choice)?.type, when('Escape', choice)?.type, when('k', choice, { ctrlKey: true })?.type]).toEqual([
        'play',
        'clear',
        'find',
      ]);
  });
});

describe('the sign of an act', () => {
  const given = (name: SignAct, sign: string) => withSign(FIRST_SIGNS, name, sign);

  it('is another one where the reader gives it one, and the old one does nothing', () => {
    const signs = { ...FIRST_SIGNS, save: 'ż' };
    expect(given('save', 'Ż')).toEqual({ signs });
    const act = (key: string) => keyAct({ key, code: '', altKey: false } as unknown as KeyboardEvent, 'plain', signs);
    expect([act('ż'), act('s'), act('l')]).toEqual([{ type: 'save' }, null, { type: 'link' }]);
  });

  it('is not taken from another act, nor from the pages, and is one sign', () => {
    expect(given('save', 'a')).toEqual({ taken: 'actors' });
    expect(given('save', 's')).toEqual({ signs: FIRST_SIGNS });
    expect([given('save', '1'), given('save', '9')]).toEqual([{ taken: 'pages' }, { taken: 'pages' }]);
    expect(['', ' ', 'ab', '\u202e', '\t'].map((sign) => given('save', sign))).toEqual(Array(5).fill({ taken: 'none' }));
    expect(given('save', '0')).toEqual({ signs: { ...FIRST_SIGNS, save: '0' } });
  });

  it('is read from what the browser has kept as far as that is sound', () => {
    expect(soundSigns({ save: 'z', link: 5, help: '1', nothing: 'q' })).toEqual({ ...FIRST_SIGNS, save: 'z' });
    expect(soundSigns({ save: 'z', actors: 'z' })).toEqual(FIRST_SIGNS);
    for (const kept of [null, 'x', 3, [], undefined]) expect(soundSigns(kept)).toEqual(FIRST_SIGNS);
  });

  it('never is one of two acts, whatever is given in whatever order', () => {
    const names = Object.keys(SIGN_ACTS) as SignAct[];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 2 }))), (acts) => {
        let signs = FIRST_SIGNS;
        for (const [name, sign] of acts) {
          const result = withSign(signs, name, sign);
          if ('signs' in result) ({ signs } = result);
        }
        expect(new Set(Object.values(signs)).size).toBe(names.length);
        expect(soundSigns(JSON.parse(JSON.stringify(signs)))).toEqual(signs);
      }),
    );
  });
});
