/** What the panel about a record shows: the record itself, one of the documents that stand beside its tables, or how numbers are made. */
export const ABOUT_PARTS = ['record', 'changes', 'codebook', 'method'] as const;
export type AboutPart = (typeof ABOUT_PARTS)[number];

/** The part that a link names, or null where it names none. */
export function aboutPart(text: string | undefined): AboutPart | null {
  return ABOUT_PARTS.find((part) => part === text) ?? null;
}
