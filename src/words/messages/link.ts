import { list } from '../names';

/** What is said of a link. */
export const linkMessages = {
  /** Parts of a link that mean nothing here, each with the name of its key. */
  passedOver: (parts: readonly { name: string; value: string }[]) =>
    `Not all of this link is understood: ${list(parts.map(({ name, value }) => `${name} “${value}”`))}. What you see leaves ${parts.length === 1 ? 'it' : 'them'} out.`,
};
