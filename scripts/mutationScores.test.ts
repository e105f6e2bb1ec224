import { expect, it } from 'vitest';
import { roomScores, scoreTable } from './mutationScores.mjs';

const mutants = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });

it('a report of mutants is read room by room: what no test reached lives, what runs for ever is killed, what is ignored is none', () => {
  const scores = roomScores({
    files: {
      'src/ui/lines.ts': mutants('Killed', 'Survived', 'Ignored'),
      'src/analysis/rift/rift.ts': mutants('Timeout', 'NoCoverage', 'Killed', 'CompileError'),
      'src/ui/marks.ts': mutants('Killed'),
      'src/about/aboutParts.ts': mutants('Ignored'),
    },
  });
  expect(scores).toEqual([
    { room: 'src/analysis/rift', mutants: 3, killed: 2 },
    { room: 'src/ui', mutants: 3, killed: 2 },
  ]);
  expect(scoreTable(scores).split('\n')).toEqual([
    'room               mutants  killed   score',
    'src/analysis/rift        3       2  66.7 %',
    'src/ui                   3       2  66.7 %',
    'all                      6       4  66.7 %',
  ]);
  expect(scoreTable(scores.slice(1)).split('\n')).toHaveLength(2);
});
