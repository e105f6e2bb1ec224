import type { Actor } from '../record/record';

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
