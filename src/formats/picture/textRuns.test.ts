import { describe, expect, it } from 'vitest';
import { svgNode, writeSvg } from './svgTree';
import { joinRuns, textRun } from './textRuns';

const text = (words: string, left: number, right: number, baseline = 20, fill = '#000000') =>
  textRun(svgNode('text', { x: left, y: baseline, 'font-size': 10, textLength: right - left, fill }, [words]), {
    left,
    right,
    baseline,
    size: 10,
  });
const written = (...nodes: Parameters<typeof joinRuns>[0]) => joinRuns(nodes).map(writeSvg);

describe('texts on one line', () => {
  it('are one text where they follow each other, each part with its own colour', () =>
    expect(written(text('asserted change', 10, 80), text(', on the days', 80, 130, 20, '#555555'))).toEqual([
      '<text x="10" y="20" textLength="120" lengthAdjust="spacingAndGlyphs" xml:space="preserve"><tspan font-size="10" fill="#000000">asserted change</tspan><tspan font-size="10" fill="#555555">, on the days</tspan></text>',
    ]));

  it('keep the space that stood between them, also in a third', () => {
    const [joined, ...rest] = written(text('NATO', 0, 30), text('−1.5', 33, 50), text(', China', 50, 80));
    expect(rest).toEqual([]);
    expect(joined).toContain(
      'NATO</tspan><tspan font-size="10" fill="#000000"> −1.5</tspan><tspan font-size="10" fill="#000000">, China<',
    );
    expect(joined).toContain('textLength="80"');
  });

  it.each([
    ['too far apart', text('to the right', 58, 90)],
    ['of another line', text('below', 50, 80, 35)],
    ['over the first', text('again', 20, 60)],
  ])('stay apart where the second is %s', (_, second) => expect(joinRuns([text('first', 0, 50), second])).toHaveLength(2));

  it('stand over a ground that is painted between them, and part at anything else', () => {
    const ground = svgNode('rect', { x: 50 });
    expect(joinRuns([text('before', 0, 50), ground, text('marked', 50, 80)]).map(({ tag }) => tag)).toEqual(['rect', 'text']);
    const mark = svgNode('g', {});
    expect(joinRuns([text('before', 0, 50), mark, text('after', 50, 80)]).map(({ tag }) => tag)).toEqual(['text', 'g', 'text']);
  });
});
