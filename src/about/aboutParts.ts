/** What the panel about a record shows: the record itself, or one of the documents that stand beside its tables. */
export const ABOUT_PARTS = ['record', 'changes', 'codebook'] as const;
export type AboutPart = (typeof ABOUT_PARTS)[number];

/** The part that a link names, or null where it names none. */
export function aboutPart(text: string | undefined): AboutPart | null {
  return ABOUT_PARTS.find((part) => part === text) ?? null;
}
