import { bytesOf } from '../record/reading/fetchBytes';
import { readJson } from '../record/jsonText';
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

/** Files by which a folder says what is in it, the first that is there; a server shows no page the names of its files. */
const LISTS = ['datapackage.json', 'index.json'] as const;
/** Most files of a folder that are fetched. */
const MOST_FILES = 100;

type Limits = { signal: AbortSignal; onProgress: (text: string) => void };

/** Whether an address is that of a folder: it ends in a slash, or in the file that lists it. */
const isFolder = (url: string): boolean => /\/$|\/(datapackage|index)\.json$/i.test(new URL(url).pathname);

/** Bytes at one address, of at most `room`. */
async function bytesAt(url: string, page: string, room: number, { signal, onProgress }: Limits): Promise<Uint8Array> {
  const { origin, host } = new URL(url);
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
  if (!response.ok) throw new NotThere(linkMessages.answered(host, response.status), response.status);
  let come = 0;
  return bytesOf(response, (size) => {
    come += size;
    if (come > room) throw new Error(linkMessages.tooLarge(host));
    onProgress(`${sizeWords(come)} of ${fileAt(url)} came`);
  });
}

/** The server answered, and has it not. */
class NotThere extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/**
 * Paths of the files that a list names, those that leave the folder left out: resources of a data package, or a list of names (by itself, or
 * as `files`).
 *
 * @param text JSON
 */
export function filesListed(text: string): string[] {
  const read = readJson(text);
  const value = 'reason' in read ? null : read.value;
  const list = (name: string): unknown[] => {
    const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    return Array.isArray(inner) ? inner : [];
  };
  const named: unknown[] = Array.isArray(value) ? value : [...list('files'), ...list('resources')];
  const paths = named.map((one) => (typeof one === 'object' && one !== null && 'path' in one ? one.path : one));
  return [
    ...new Set(
      paths.filter((path): path is string => typeof path === 'string' && /^[^/\\:?#]+(\/[^/\\:?#]+)*$/.test(path) && !path.split('/').includes('..')), // prettier-ignore
    ),
  ].slice(0, MOST_FILES);
}

/** The files of a folder at an address, as the list in it names them; a table that is not there is left out, and the check says so. */
async function fetchFolder(url: string, page: string, limits: Limits): Promise<Map<string, Uint8Array>> {
  const folder = new URL('./', url).href;
  const { host } = new URL(url);
  for (const list of LISTS) {
    let text: Uint8Array;
    try {
      text = await bytesAt(new URL(list, folder).href, page, MOST, limits);
    } catch (error) {
      if (error instanceof NotThere && error.status === 404) continue;
      throw error;
    }
    const paths = filesListed(new TextDecoder().decode(text));
    if (paths.length === 0) continue;
    const name = fileAt(folder.replace(/\/$/, ''));
    const files = new Map<string, Uint8Array>(list === 'index.json' ? [] : [[`${name}/${list}`, text]]);
    let room = MOST - text.length;
    for (const path of paths) {
      if (path === list) continue;
      try {
        const bytes = await bytesAt(new URL(path.split('/').map(encodeURIComponent).join('/'), folder).href, page, room, limits);
        room -= bytes.length;
        files.set(`${name}/${path}`, bytes);
      } catch (error) {
        if (!(error instanceof NotThere)) throw error;
      }
    }
    return files;
  }
  throw new Error(linkMessages.noList(host));
}

/**
 * The file at an address, or the files of a folder there, which lists them in its `datapackage.json` or `index.json`. Neither cookies nor the
 * page's own address go along.
 *
 * @throws Error with words for the reader: what the server answered, that it lets no other site read, or that it is too large
 */
export async function fetchAddress(url: string, page: string, limits: Limits): Promise<Map<string, Uint8Array>> {
  limits.onProgress(`Asking ${new URL(url).host}`);
  if (isFolder(url)) return fetchFolder(url, page, limits);
  return new Map([[fileAt(url), await bytesAt(url, page, MOST, limits)]]);
}
