import type { ViewState } from '../../focus/view';
import { actorId } from '../../record/names';
import type { StanceRecord } from '../../record/record';
import { referenceOf } from '../reference';

/**
 * What the picture beside a scene shows once a link of its text is opened, or closed again: the row that it leads to, its actor, the
 * members of its tie or triad. Empty where the picture stays as it is.
 *
 * @param open whether the link is opened
 * @param lit the triad that the scene lights by itself, to which the picture returns; empty for none
 */
export function followedLink(
  record: StanceRecord,
  { extra }: Pick<ViewState, 'extra'>,
  href: string,
  open: boolean,
  lit: string,
): Partial<ViewState> {
  const reference = referenceOf(record, href);
  if (reference.type === 'evidence') return { item: open ? reference.id : '' };
  if (reference.type === 'triad') {
    const triad = open ? reference.ids.join('~') : lit;
    const rest = Object.fromEntries(Object.entries(extra).filter(([name]) => name !== 'triad'));
    return { extra: triad === '' ? rest : { ...rest, triad } };
  }
  if (!open) return {};
  if (reference.type === 'actor') return { actors: [reference.id], pair: null };
  if (reference.type === 'tie') return { actors: reference.tie.members.map((member) => actorId(record, member)), pair: null };
  return {};
}
