import { deflateSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOwnView, decodeView, encodeView } from '../../focus/url';
import { START } from '../../focus/view';
import { newDraft, sceneWith, type Draft } from './draft';
import { isTold, readTold, toldOf } from './told';

const draft: Draft = {
  ...newDraft('mine'),
  title: 'Łódź & “Minsk”',
  author: 'A reader',
  scenes: [
    sceneWith('s1', { title: 'One', text: '**Words** [x](y)\n\n> [z](a)', view: 'from=2025-01-01&at=2025-02-01' }),
    sceneWith('s2', { question: 'Who?', choices: 'a;b', predict: 'belarus;poland' }),
  ],
};

describe('a story in a link', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (title, texts) => {
        const written = { ...newDraft('told'), title, scenes: texts.map((text, i) => sceneWith(`s${i + 1}`, { text })) };
        expect(readTold(toldOf(written).told)).toEqual(written);
      }),
    );
    expect(readTold(toldOf(draft).told)).toEqual({ ...draft, id: 'told' });
  });

  it('stands in it as it is: nothing of it is escaped, and the link reads the same', () => {
    const extra = { ...toldOf(draft), scene: '1' };
    const link = encodeView({ ...START, page: 'story', extra });
    expect(link).toContain(`x-told=${extra.told}`);
    expect(decodeView(link, START).extra).toEqual(extra);
  });

  it('is asked for by a name that no other story has', () => {
    const { story } = toldOf(draft);
    expect(isTold(story)).toBe(true);
    expect(isTold('told')).toBe(false);
    expect(isTold('draft:told')).toBe(false);
    expect(toldOf({ ...draft, title: 'Another' }).story).not.toBe(story);
  });

  it('is none where a part of it is missing, and fills no memory', () => {
    const { told } = toldOf(draft);
    const packed = (value: unknown) => btoa(strFromU8(deflateSync(new TextEncoder().encode(JSON.stringify(value))), true));
    for (const text of [
      '',
      '€',
      told.slice(0, -9),
      told.slice(4),
      packed(null),
      packed(['a', 'b', 'c']),
      packed(['a', 'b', 'c', [[1]]]),
      packed(['a', 2, 'c', []]),
    ])
      expect(readTold(text)).toBeNull();
    const bomb = deflateSync(new TextEncoder().encode(`["${'a'.repeat(5_000_000)}","","",[]]`));
    expect(readTold(btoa(strFromU8(bomb, true)))).toBeNull();
  });

  it('is never the record’s own to tell', () => {
    const view = encodeView({ ...START, page: 'story', extra: { ...toldOf(draft), scene: '1' } });
    expect(decodeOwnView(view, START).extra).toEqual({ scene: '1' });
  });
});
