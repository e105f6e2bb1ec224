import { describe, expect, it } from 'vitest';
import { familiesFor, fitted } from './drawText';
import { tooLarge } from './png';
import { readPaint, readStripes, svgNode, writeSvg } from './svgTree';
import { facesFor, inRange } from './typeFaces';

describe('the text of a picture', () => {
  it('takes every text as text', () => {
    const tree = svgNode('text', { x: 1.23456, 'data-a': '"<&>' }, ['</text><script>alert("1 & 2")</script>\u0000']);
    expect(writeSvg(tree)).toBe(
      '<text x="1.23" data-a="&quot;&lt;&amp;&gt;">&lt;/text&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</text>',
    );
  });
});

describe('computed colours', () => {
  it.each([
    ['rgb(168, 42, 8)', '#a82a08', 1],
    ['rgba(23, 25, 28, 0.09)', '#17191c', 0.09],
    ['rgb(23 25 28 / 50%)', '#17191c', 0.5],
    ['color(srgb 1 0 0.5 / 0.25)', '#ff0080', 0.25],
  ])('%s', (css, colour, opacity) => expect(readPaint(css)).toEqual({ colour, opacity }));

  it.each(['none', 'transparent', 'rgba(0, 0, 0, 0)', 'context-fill'])('%s paints nothing', (css) =>
    expect(readPaint(css)).toBeNull(),
  );
});

describe('hatching', () => {
  it('is read from the style sheet with its angle and period', () => {
    const css =
      'repeating-linear-gradient(-45deg, rgb(207, 205, 195) 0px, rgb(207, 205, 195) 1px, rgba(0, 0, 0, 0) 1px, rgba(0, 0, 0, 0) 6px)';
    expect(readStripes(css)).toEqual({
      angle: -45,
      period: 6,
      bands: [{ from: 0, to: 1, paint: { colour: '#cfcdc3', opacity: 1 } }],
    });
    expect(readStripes('repeating-linear-gradient(90deg, rgb(1, 1, 1) 0px 2px, rgba(0, 0, 0, 0) 2px 5px)')?.bands).toHaveLength(
      1,
    );
  });

  it('is nothing where colours run into each other', () => {
    expect(readStripes('linear-gradient(rgb(0, 0, 0), rgb(255, 255, 255))')).toBeNull();
    expect(readStripes('repeating-linear-gradient(rgb(0, 0, 0) 0px, rgb(255, 255, 255) 6px)')).toBeNull();
  });
});

describe('type that goes along', () => {
  const face = (range: string, italic = false) => ({
    family: 'Serif',
    italic,
    weight: [200, 900] as [number, number],
    range,
    url: range,
  });
  const faces = [face('U+0000-00FF'), face('U+0400-045F, U+0490-0491'), face('U+0000-00FF', true), face('U+4??')];

  it('is the files with letters in use, upright or italic', () => {
    const used = [{ family: 'Serif', weight: 600, italic: false, letters: new Set('Мінск ') }];
    expect(facesFor(faces, used).map(({ range }) => range)).toEqual(['U+0400-045F, U+0490-0491', 'U+4??']);
    expect(facesFor(faces, [{ family: 'Serif', weight: 400, italic: true, letters: new Set('a') }])).toEqual([faces[2]]);
    expect(facesFor(faces, [{ family: 'Other', weight: 400, italic: false, letters: new Set('a') }])).toEqual([]);
  });

  it('reads ranges with wildcards and single letters', () => {
    expect(inRange('U+26', '&')).toBe(true);
    expect(inRange('U+4??', 'Ж')).toBe(true);
    expect(inRange('U+26', 'a')).toBe(false);
  });
});

it('a picture that no browser can paint is refused in words', () => {
  expect(tooLarge(1600, 900, 4)).toBeNull();
  expect(tooLarge(6000, 6000, 4)).toMatch(/24000 by 24000/);
});

describe('type for programs that bring their own', () => {
  it('is fitted to the width that the page gave it, a single letter as it comes', () => {
    expect(fitted('Lithuania', 54.321)).toEqual({ textLength: 54.32, lengthAdjust: 'spacingAndGlyphs' });
    expect(fitted(' x ', 7)).toEqual({});
    expect(fitted('Lithuania', 0)).toEqual({});
    expect(fitted('по', 7)).toHaveProperty('textLength', 7);
  });

  it('is named with stand-ins that are no wider', () => {
    expect(familiesFor('"Source Sans 3 Variable", system-ui')).toMatch(
      /^'Source Sans 3 Variable'.*'Liberation Sans Narrow'.*sans-serif$/,
    );
    expect(familiesFor('"Piazzolla Variable", Georgia')).toMatch(/^'Piazzolla Variable'.*'Times New Roman', serif$/);
    expect(familiesFor('"Other", serif')).toBe("'Other', serif");
  });
});
