import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingSlug, headingsOf, readDocument, wordsOf } from './documentText';

describe('a document', () => {
  it('is headings, paragraphs, lists, tables and code', () => {
    const pieces = readDocument(
      '# One\n\nText with `code` and **weight**.\n\n- a\n- b\n\n| h | i |\n| - | - |\n| 1 | 2 |\n\n    kept\n',
    );
    expect(pieces.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'table', 'code']);
    expect(pieces[0]).toMatchObject({ level: 1, runs: [{ type: 'text', text: 'One' }] });
    expect(pieces[1]).toMatchObject({
      runs: [
        { type: 'text', text: 'Text with ' },
        { type: 'code', text: 'code' },
        { type: 'text', text: ' and ' },
        { type: 'strong', runs: [{ type: 'text', text: 'weight' }] },
        { type: 'text', text: '.' },
      ],
    });
    expect(pieces[2]).toMatchObject({ ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] });
    expect(pieces[3]).toMatchObject({ head: [[{ text: 'h' }], [{ text: 'i' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] });
  });

  it('reads what stands within a quotation, a rule and a definition as nothing, and raw markup as its words', () => {
    const pieces = readDocument('> quoted\n\n---\n\n[ref]: https://example.org\n\n<div>raw</div>\n');
    expect(pieces).toEqual([
      { type: 'paragraph', runs: [{ type: 'text', text: 'quoted' }] },
      { type: 'paragraph', runs: [{ type: 'text', text: '<div>raw</div>' }] },
    ]);
  });

  it('has emphasis, lines broken by hand, escapes and entities as the words that they mean', () => {
    const runsOf = (text: string) => {
      const [piece] = readDocument(text);
      return piece?.type === 'paragraph' ? piece.runs : [];
    };
    expect(runsOf('a *b* c')[1]).toEqual({ type: 'emphasis', runs: [{ type: 'text', text: 'b' }] });
    expect(wordsOf(runsOf('one  \ntwo'))).toBe('one two');
    expect(wordsOf(runsOf('\\*not emphasis\\*'))).toBe('*not emphasis*');
    expect(wordsOf(runsOf('`a < b && c`'))).toBe('a < b && c');
    expect(wordsOf(runsOf("“a” & b < c > d 'e'"))).toBe("“a” & b < c > d 'e'");
    expect(wordsOf(runsOf('see ~~this~~'))).toContain('this');
  });

  it('keeps the items of a list within a list apart, and code as it stands', () => {
    const [list, code] = readDocument('1. one\n   - two\n   - three\n2. four\n\n```\na  <b>\n```\n');
    expect(list).toMatchObject({ type: 'list', ordered: true });
    expect(list?.type === 'list' && list.items.map(wordsOf)).toEqual(['one two three', 'four']);
    expect(code).toEqual({ type: 'code', text: 'a  <b>' });
  });

  it('makes no link of an address that only ends like one of the web', () => {
    const [piece] = readDocument('[a](ftp:https://example.org)');
    expect(piece).toEqual({ type: 'paragraph', runs: [{ type: 'text', text: 'a' }] });
  });

  it('links web addresses and nothing else', () => {
    const [piece] = readDocument('[a](https://example.org/x) [b](javascript:alert(1)) [c](CODEBOOK.md)');
    expect(piece).toMatchObject({ type: 'paragraph' });
    const runs = piece?.type === 'paragraph' ? piece.runs : [];
    expect(runs.filter(({ type }) => type === 'link')).toEqual([
      { type: 'link', href: 'https://example.org/x', runs: [{ type: 'text', text: 'a' }] },
    ]);
    expect(wordsOf(runs)).toBe('a b c');
  });

  it('never makes markup of a text: what is no Markdown stays as written', () => {
    const [piece] = readDocument('<img src=x onerror=alert(1)> & <b>');
    expect(piece?.type === 'paragraph' && wordsOf(piece.runs)).toContain('<img src=x onerror=alert(1)>');
  });

  it('names its headings as code hosts do', () => {
    expect(headingSlug('The gap of two holders')).toBe('the-gap-of-two-holders');
    expect(headingSlug(' What’s new, in 2.0.0? ')).toBe('whats-new-in-200');
    expect(headingSlug('Żółć і річ')).toBe('żółć-і-річ');
    expect(headingsOf(readDocument('# A\n\n## B *c*\n\ntext\n\n### D\n\n## E\n'), 2)).toEqual([
      { slug: 'b-c', words: 'B c' },
      { slug: 'e', words: 'E' },
    ]);
  });

  it('reads any text without failing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => void readDocument(text)));
  });
});
