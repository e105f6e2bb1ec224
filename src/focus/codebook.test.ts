import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GENERAL_CODEBOOK, readCodebook, withoutExamples } from './codebook';

const flank = readFileSync('data/eastern-flank/CODEBOOK.md', 'utf8');

describe('the codebook of a record, as a coder needs it', () => {
  it('has the anchors word for word, from hostile to supportive, and the six finer points in their order', () => {
    const { anchors, points, own } = readCodebook(flank);
    expect(own).toBe(true);
    expect(anchors.map(({ grade }) => grade)).toEqual([-2, -1, 0, 1, 2]);
    expect(anchors[1]).toEqual({
      grade: -1,
      label: 'critical',
      words: 'blame, warning, distrust, refusal, protest; restrictive but reversible measures',
    });
    expect(points.map(({ name }) => name)).toEqual([
      'Leaders and states',
      'People against government',
      'Offer with a complaint',
      'Threats',
      'Easing',
      'Analysts as holders',
    ]);
    expect(points[2]?.words).toBe('Weigh them; equal is 0. An accusation with “but we stay open” is -1.'.replace(/[“”]/g, '"'));
  });

  it('is the general one, and says so, where there is none or it gives no five grades', () => {
    expect(readCodebook(null)).toBe(GENERAL_CODEBOOK);
    expect(readCodebook('# Codebook\n\n| score | label |\n| --- | --- |\n| +1 | good |\n')).toMatchObject({
      own: false,
      anchors: GENERAL_CODEBOOK.anchors,
      points: [],
    });
  });

  it('reads a table of two columns, a true minus and a list of points that follows a sentence', () => {
    const text = `| score | give it for |\n| --- | --- |\n| +2 | five |\n| +1 | four |\n| 0 | three |\n| −1 | two |\n| −2 | one |\n\n## Finer points\n\nThey decide:\n\n- **Easing:** is\n  +1\n- no name\n\n## Other\n\n- **Not this.** no\n`;
    const { anchors, points } = readCodebook(text);
    expect(anchors.map(({ words }) => words)).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(anchors[0]?.label).toBe('hostile');
    expect(points).toEqual([{ name: 'Easing', words: 'is +1' }]);
  });

  it('hides the worked examples that name a row of the sample, and nothing else', () => {
    const row = '2025-09-12-poland-shuts-all-crossings-belarus';
    const blind = withoutExamples(flank, new Set([row]));
    expect(flank).toContain(`| \`${row}\` | Poland towards Belarus`);
    expect(blind).not.toContain(row);
    expect(blind).toContain('2025-09-17-lukashenko-main-task-prevent-escalation-poland');
    expect(readCodebook(blind)).toEqual(readCodebook(flank));
    expect(withoutExamples(flank, new Set())).toBe(flank);
  });

  it('hides an item with all its lines, and a stance by the id of its row', () => {
    const text = '- one (`2025-a`)\n  is +1\n- two\n\n| `2025-a--x--y` | 1 |\nend';
    expect(withoutExamples(text, new Set(['2025-a']))).toBe('- two\n\nend');
  });
});
