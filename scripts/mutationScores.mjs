/**
 * Reads a report of mutation testing room by room.
 *
 * @typedef {{ room: string, mutants: number, killed: number }} RoomScore
 */

/**
 * How many mutants each room has, and how many of them a test killed. A mutant that runs for ever is killed; one that does not compile, or
 * that stands only in code run while a module loads, is none.
 *
 * @param {{ files: Record<string, { mutants: readonly { status: string }[] }> }} report as Stryker writes it (mutation-testing-report-schema)
 * @returns {RoomScore[]} in the order of their names; a room is a folder
 */
export function roomScores(report) {
  const rooms = new Map();
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const room = file.replace(/\/[^/]*$/, '');
    const score = rooms.get(room) ?? { room, mutants: 0, killed: 0 };
    for (const { status } of mutants) {
      if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue;
      score.mutants++;
      if (status === 'Killed' || status === 'Timeout') score.killed++;
    }
    rooms.set(room, score);
  }
  return [...rooms.values()].filter(({ mutants }) => mutants > 0).sort((a, b) => (a.room < b.room ? -1 : 1));
}

/**
 * The scores as a table to read, with their sum last.
 *
 * @param {readonly RoomScore[]} scores
 */
export function scoreTable(scores) {
  const sum = (/** @type {'mutants' | 'killed'} */ field) => scores.reduce((all, score) => all + score[field], 0);
  const all = { room: 'all', mutants: sum('mutants'), killed: sum('killed') };
  const cells = [
    ['room', 'mutants', 'killed', 'score'],
    ...[...scores, ...(scores.length > 1 ? [all] : [])].map(({ room, mutants, killed }) => [
      room,
      String(mutants),
      String(killed),
      mutants === 0 ? '' : `${((100 * killed) / mutants).toFixed(1)} %`,
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) =>
      row
        .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
