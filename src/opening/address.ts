import { bytesOf } from '../record/reading/fetchBytes';
import { linkMessages } from '../words/messages/link';
import { sizeWords } from '../words/numbers';

/**
 * Data at an address that a link names (`data=https://…`, `data=files/record.zip`). Nothing is fetched until the reader says so; a page
 * fetches from its own site, and from those that its host has allowed.
 */

declare const __DATA_ORIGINS__: readonly string[] | undefined;

/** Origins beside its own that the host allows data from, as the build was told. */
export const DATA_ORIGINS: readonly string[] = typeof __DATA_ORIGINS__ === 'undefined' ? [] : __DATA_ORIGINS__;

/** Most bytes that are fetched from an address. */
const MOST = 500 * 1024 * 1024;

const queryOf = (hash: string): URLSearchParams => {
  const mark = hash.indexOf('?');
  return new URLSearchParams(mark < 0 ? '' : hash.slice(mark + 1));
};

/** The address that a link names in place of a record's name; empty where it names none. A name never holds a slash. */
export function addressIn(hash: string): string {
  const named = queryOf(hash).get('data') ?? '';
  return named.includes('/') ? named : '';
}

/** The same link without the address: the view that is to be shown of what is there. */
export function withoutAddress(hash: string): string {
  if (addressIn(hash) === '') return hash;
  const query = queryOf(hash);
  query.delete('data');
  return `${hash.slice(0, hash.indexOf('?'))}${query.size === 0 ? '' : `?${query}`}`;
}

/** What is asked of the reader, or why there is nothing to ask. */
export interface Offer {
  /** The address in full; empty where it is none. */
  url: string;
  /** Whether it may be fetched. */
  may: boolean;
  /** The question, or the reason. */
  text: string;
}

/**
 * Whether this page may fetch an address.
 *
 * @param base address of the page
 * @param allowed origins beside its own
 */
export function offerOf(address: string, base: string, allowed: readonly string[]): Offer {
  if (!URL.canParse(address, base)) return { url: '', may: false, text: linkMessages.noAddress(address) };
  const url = new URL(address, base);
  const page = new URL(base);
  url.hash = '';
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { url: '', may: false, text: page.protocol === 'file:' ? linkMessages.noNet() : linkMessages.noAddress(address) };
  const offer = { url: url.href, may: true, text: linkMessages.mayFetch(url.href) };
  if (page.protocol === 'file:') return { ...offer, may: false, text: linkMessages.noNet() };
  // A name and a password in an address would be told to whoever keeps the link.
  if (url.username !== '' || url.password !== '') return { url: '', may: false, text: linkMessages.noAddress(url.host) };
  if (url.origin === page.origin || allowed.includes(url.origin)) return offer;
  return { ...offer, may: false, text: linkMessages.otherSite(url.host, page.host) };
}

/** The name of the file at an address; the host's where it ends in a slash. */
export function fileAt(url: string): string {
  const { pathname, hostname } = new URL(url);
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last || hostname;
  }
}

/**
 * The file at an address. Neither cookies nor the page's own address go along.
 *
 * @throws Error with words for the reader: what the server answered, that it lets no other site read, or that it is too large
 */
export async function fetchAddress(
  url: string,
  page: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (text: string) => void },
): Promise<Map<string, Uint8Array>> {
  const { origin, host } = new URL(url);
  onProgress(`Asking ${host}`);
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
  } catch (error) {
    if (signal.aborted) throw error;
    // A browser tells a page no more of another site than that it failed.
    throw new Error(origin === new URL(page).origin ? linkMessages.notReached(host) : linkMessages.notShared(host), {
      cause: error,
    });
  }
  if (!response.ok) throw new Error(linkMessages.answered(host, response.status));
  let come = 0;
  const bytes = await bytesOf(response, (size) => {
    come += size;
    if (come > MOST) throw new Error(linkMessages.tooLarge(host));
    onProgress(`${sizeWords(come)} of ${fileAt(url)} came`);
  });
  return new Map([[fileAt(url), bytes]]);
}
