export const EUROPE: string;
export function pointsOf(range: string): number[];
export function rangeOf(points: readonly number[]): string;
export function unpacked(file: string): Promise<Buffer>;
