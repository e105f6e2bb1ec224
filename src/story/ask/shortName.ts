/** The title of an explanation up to its colon, for the head of a column: `Balancing: Minsk plays both sides` is `Balancing`. */
export function shortName(title: string): string {
  return title.split(':')[0]?.trim() || title;
}
