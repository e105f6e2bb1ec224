/**
 * What an object has under a name that a table, a link or a file gives: nothing where the name is one that every object inherits
 * (`constructor`, `toString`).
 */
export function own<T>(of: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;
}
