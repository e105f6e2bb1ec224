export function recordsIn(data: string): { name: string; title: string }[];
