import { describe, expect, it } from 'vitest';
import { ALL, sliceRecord, type Filters } from '../../analysis/slice';
import { readRecord } from '../../record/reading/read';
import { secondEdition } from '../../testing/secondEdition';
import { smallRecord } from '../../testing/smallRecord';
import { dayOf } from '../../words/calendar';
import { hrefsOf, plainText, readText, unlinkedSentences } from './markdown';
import { rowsBehind } from './rowsBehind';

const blocks = (text: string) => readText(text).blocks;

describe('the text of a scene', () => {
  it('is paragraphs, headings, lists, quotations, rules, and cards where a quotation holds nothing but links', () => {
    expect(
      blocks('# Head\n\nOne *two* **three** `four`\n\n1. a\n2. b\n\n- c\n\n---\n\n> said [so](#x)\n\n> [one](#a)\n> [two](#b)\n'),
    ).toEqual([
      { type: 'heading', children: [{ type: 'text', text: 'Head' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'One ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'two' }] },
          { type: 'text', text: ' ' },
          { type: 'strong', children: [{ type: 'text', text: 'three' }] },
          { type: 'text', text: ' ' },
          { type: 'code', text: 'four' },
        ],
      },
      { type: 'list', ordered: true, items: [[{ type: 'text', text: 'a' }], [{ type: 'text', text: 'b' }]] },
      { type: 'list', ordered: false, items: [[{ type: 'text', text: 'c' }]] },
      { type: 'rule' },
      {
        type: 'quote',
        children: [
          { type: 'text', text: 'said ' },
          { type: 'link', href: '#x', children: [{ type: 'text', text: 'so' }] },
        ],
      },
      {
        type: 'cards',
        links: [
          { href: '#a', words: 'one' },
          { href: '#b', words: 'two' },
        ],
      },
    ]);
  });

  it('keeps what it has no word for as the text that it is', () => {
    expect(blocks('<script>x</script>\n')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: '<script>x</script>' }] },
    ]);
    expect(blocks('[ref]: https://example.org\n')).toEqual([]);
    expect(blocks('a ![p](q.png)')[0]).toMatchObject({ children: [{ text: 'a ' }, { text: '![p](q.png)' }] });
  });

  it('flows: a line end is a space, two paragraphs of an item are two lines, an escape is its letter', () => {
    const words = (text: string) => blocks(text).flatMap((block) => ('children' in block ? [plainText(block.children)] : []));
    expect(words('one\ntwo')).toEqual(['one two']);
    expect(words('one  \ntwo')).toEqual(['one two']);
    expect(words('\\*one\\*')).toEqual(['*one*']);
    const [list] = blocks('- one\n\n  two\n');
    expect(list).toMatchObject({ items: [[{ text: 'one' }, { type: 'break' }, { text: 'two' }]] });
  });

  it('ends at the speaker’s notes, which are told by a line of their own', () => {
    expect(readText('Shown.\n\n  ---notes---  \nHidden.\n')).toMatchObject({ notes: 'Hidden.' });
    expect(blocks('Shown.\n\n---notes---\nHidden.')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Shown.' }] },
    ]);
    expect(readText('Say ---notes--- here').notes).toBe('');
    expect(readText('Shown.').notes).toBe('');
  });

  it('leads to each address once, wherever it stands', () => {
    const text = '# [h](#1)\n\n**[a](#2)** *[b](#3)* [a](#2)\n\n- [c](#4)\n\n> [d](#5)\n\n> said [e](#6)\n\n---\n';
    expect(hrefsOf(blocks(text))).toEqual(['#1', '#2', '#3', '#4', '#5', '#6']);
  });

  it('knows the sentences that lead to no evidence, of paragraphs and items, not of headings and quotations', () => {
    const text =
      '# No link here.\n\nFirst [one](#a) has it. Second has none! “Third?” Asked so. [Fourth](#b) has it. 12.\n\n- Item without.\n- [Item](#c) with.\n\n> Said so.\n';
    expect(unlinkedSentences(blocks(text))).toEqual(['Second has none!', '“Third?”', 'Asked so.', 'Item without.']);
  });
});

describe('the rows behind a scene', () => {
  const slice = (filters: Partial<Filters> = {}) =>
    sliceRecord(
      smallRecord({
        stances: [
          ['a', 'b', '2025-01-01', -2],
          ['a', 'c', '2025-01-01', 1, { on: 0 }],
          ['a', 'b', '2025-01-05', 2],
          ['b', 'a', '2025-01-06', 0],
        ],
      }),
      { ...ALL, ...filters },
    );
  const state = { from: dayOf('2025-01-01'), to: dayOf('2025-01-05'), pair: null, actors: [], place: '' };

  it('are those of its pair in its window, each statement once', () => {
    expect(rowsBehind(slice(), { ...state, pair: ['a', 'b'] })).toBe(2);
    expect(rowsBehind(slice(), { ...state, pair: ['b', 'a'] })).toBe(0);
    expect(rowsBehind(slice(), { ...state, pair: ['b', 'a'], to: dayOf('2025-01-06') })).toBe(1);
    expect(rowsBehind(slice(), { ...state, pair: ['a', 'nobody'] })).toBe(0);
  });

  it('are without a selection all that the window holds and the filters let pass', () => {
    expect(rowsBehind(slice(), state)).toBe(2);
    expect(rowsBehind(slice(), { ...state, from: dayOf('2025-01-02') })).toBe(1);
    expect(rowsBehind(slice({ sign: 'positive' }), { ...state, from: dayOf('2025-01-02') })).toBe(1);
    expect(rowsBehind(slice({ sign: 'negative' }), state)).toBe(1);
  });

  it('are left to the list where actors or a place are selected or chosen', () => {
    expect(rowsBehind(slice(), { ...state, actors: ['a'] })).toBeNull();
    expect(rowsBehind(slice(), { ...state, place: 'minsk' })).toBeNull();
    expect(rowsBehind(slice({ actors: ['a'] }), state)).toBeNull();
    expect(rowsBehind(slice({ actorKinds: ['state'] }), state)).toBeNull();
    expect(rowsBehind(slice({ actors: ['a'], sign: 'negative' }), state)).toBe(1);
  });

  it('count rows from which no stance was coded, where no filter asks for a score', () => {
    const files = secondEdition();
    const whole = readRecord(files, 'small');
    const bare = { ...whole, evidence: { ...whole.evidence } };
    const window = { ...state, from: Math.min(...whole.evidence.day), to: Math.max(...whole.evidence.day) };
    const all = rowsBehind(sliceRecord(bare, ALL), window);
    expect(all).toBe(whole.evidence.dated);
    expect(rowsBehind(sliceRecord(bare, { ...ALL, sign: 'negative' }), window)).toBeLessThan(all ?? 0);
  });
});
