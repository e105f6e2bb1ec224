import { describe, expect, it } from 'vitest';
import { greatPowers, shipped } from '../../testing/shippedDataset';
import { readScene, readStory } from '../storyModel';
import { worksheetOf } from './worksheetModel';

const flank = shipped('eastern-flank');
const [tour] = flank.stories;

describe('the worksheet of a story', () => {
  const sheet = worksheetOf(flank, readStory(tour!));

  it('has a question a scene, each with the numbers of its rows, and each row once', () => {
    expect(sheet.questions.map(({ scene }) => scene)).toEqual(tour!.scenes.map((_, i) => i + 1));
    const used = new Set(sheet.questions.flatMap(({ rows }) => rows));
    expect([...used].sort((a, b) => a - b)).toEqual(sheet.rows.map((_, i) => i + 1));
    expect(new Set(sheet.rows.map(({ id }) => id)).size).toBe(sheet.rows.length);
    expect(sheet.rows.length).toBeGreaterThan(5);
  });

  it('has an empty matrix of the first rows against the explanations', () => {
    expect(sheet.matrix.kind).toBe('explanations');
    expect(sheet.matrix.columns).toEqual(flank.hypotheses.slice(0, 9).map(({ title }) => title.split(':')[0]));
    expect(sheet.matrix.rows[0]).toBe(`1. ${sheet.rows[0]?.title}`);
    expect(sheet.matrix.rows.length).toBeLessThanOrEqual(14);
  });

  it('asks what the scene asks: choices, or a line to draw', () => {
    const ask = { question: 'Where to?', choices: [], predict: [0, 1] as const };
    const scenes = [
      readScene({ title: 'One', text: '', view: '', ask }, 1),
      readScene({ title: 'Two', text: '', view: '', ask: { question: 'Who?', choices: ['a', 'b'], predict: null } }, 2),
      readScene({ title: 'Three', text: '', view: '' }, 3),
    ];
    const made = worksheetOf(flank, { id: 's', title: 'S', subtitle: '', author: '', scenes });
    expect(made.questions.map(({ question, choices, draws }) => [question, choices, draws])).toEqual([
      ['Where to?', [], true],
      ['Who?', ['a', 'b'], false],
      ['Which of these rows carry what the scene says, and which speak against it?', [], false],
    ]);
  });

  it('of a record without explanations sets its actors against each other', () => {
    const powers = greatPowers();
    const bare = worksheetOf({ ...powers, hypotheses: [] }, readStory(powers.stories[0]!));
    expect(bare.matrix.kind).toBe('actors');
    expect(bare.matrix.columns).toEqual(bare.matrix.rows);
    expect(bare.matrix.columns).toContain('Austria-Hungary');
  });
});
