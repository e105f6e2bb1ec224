import type { Actor } from '../record/record';

const NARROW = new Set("iljtfrI.,:;'’ ()|!-");
const WIDE = new Set('mwMWЖЮШЩжюшщ@%');

/**
 * Width of a label in px, from the widths of the label face's letters by class. A table, not a canvas, so that the same labels are
 * placed at the same spots before and after the fonts arrive, and in a test; it errs to the wide side.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) ems += 0.33;
    else if (WIDE.has(letter)) ems += 0.86;
    else if (letter > '\u2e80') ems += 1.05;
    else if (letter !== letter.toLowerCase()) ems += 0.63;
    else ems += 0.55;
  }
  return ems * size;
}

/** The ways to write an actor's name, longest first: in one line, in two, by its initials where it is known by them. */
export function nameForms(actor: Pick<Actor, 'name' | 'aliases'>): string[][] {
  const forms = [[actor.name]];
  const two = inTwo(actor.name);
  if (two) forms.push(two);
  const initials = actor.aliases.find((alias) => /^[A-Z]{2,6}$/.test(alias) && alias.length < actor.name.length - 1);
  if (initials !== undefined) forms.push([initials]);
  return forms;
}

/** A name broken at the space nearest to its middle, or null where it is short or one word. */
function inTwo(name: string): string[] | null {
  if (name.length < 12) return null;
  let best = -1;
  for (let i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
    if (best < 0 || Math.abs(i - name.length / 2) < Math.abs(best - name.length / 2)) best = i;
  }
  return best < 0 ? null : [name.slice(0, best), name.slice(best + 1)];
}
