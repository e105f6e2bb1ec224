import { list } from '../names';

/** What is said of a link. */
export const linkMessages = {
  /** A link that names data at an address. */
  mayFetch: (url: string) =>
    `This link shows data that lie at ${url}. They are fetched only if you say so, and read on this machine.`,
  noAddress: (address: string) => `This link shows data at “${address}”, which is no address that a page can fetch.`,
  noNet: () =>
    'This link shows data at an address, and a page that was opened from a file fetches nothing. Download them, and drop them here.',
  otherSite: (host: string, own: string) =>
    `This link shows data that lie at ${host}. This page fetches from ${own} alone: whoever hosts it can allow other sites. Download them there, and drop them here.`,
  notShared: (host: string) =>
    `${host} could not be read: it is out of reach, or it does not let pages of other sites read this file (it sends no Access-Control-Allow-Origin). Download the file there, and drop it here.`,
  notReached: (host: string) => `${host} could not be reached.`,
  answered: (host: string, status: number) =>
    status === 404 ? `${host} has no such file (it answered 404).` : `${host} answered ${status}, and sent no file.`,
  noList: (host: string) =>
    `${host} has a folder there, and a page cannot see what is in it: it needs a datapackage.json or an index.json that lists its tables.`,
  tooLarge: (host: string) => `What ${host} sends is larger than 500 MB.`,
  /** Parts of a link that mean nothing here, each with the name of its key. */
  passedOver: (parts: readonly { name: string; value: string }[]) =>
    `Not all of this link is understood: ${list(parts.map(({ name, value }) => `${name} “${value}”`))}. What you see leaves ${parts.length === 1 ? 'it' : 'them'} out.`,
};
