const collator = new Intl.Collator('en', { numeric: true });

/** Order of names and titles as a reader counts: "Round 2" before "Round 10", accents and case aside. English whatever the machine's locale. */
export function naturalOrder(a: string, b: string): number {
  return collator.compare(a, b);
}
