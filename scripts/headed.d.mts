export const NOT_RUN: number;
export function screenFor(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  has: (command: string) => boolean,
): { made: string } | { here: true } | { none: string };
