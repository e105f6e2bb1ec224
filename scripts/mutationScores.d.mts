/** A room's mutants, and how many of them a test killed. */
export interface RoomScore {
  room: string;
  mutants: number;
  killed: number;
}
/** Room by room, in the order of their names, from Stryker's report. */
export function roomScores(report: { files: Record<string, { mutants: readonly { status: string }[] }> }): RoomScore[];
/** The scores as a table to read, with their sum last. */
export function scoreTable(scores: readonly RoomScore[]): string;
