/** Where the template of a tile layer is kept; it is the reader's own choice and never part of a link. */
export const TILES_KEY = 'stanceline-tiles';

export type TileVerdict = { ok: true; template: string } | { ok: false; reason: string };

/**
 * Whether a template of tile addresses can be used on this page: on the page's own origin always; on another one only where the page's
 * Content-Security-Policy lets its images in (`policy`: the content of the page's meta tag, or null where there is none).
 */
export function tileVerdict(template: string, page: string, policy: string | null): TileVerdict {
  const text = template.trim();
  if (!/\{z\}/.test(text) || !/\{x\}/.test(text) || !/\{-?y\}/.test(text)) {
    return { ok: false, reason: 'The address must hold {z}, {x} and {y}, for example tiles/{z}/{x}/{y}.png' };
  }
  let url: URL;
  try {
    url = new URL(text.replace(/\{s\}/g, 'a').replace(/[{}]/g, ''), page);
  } catch {
    return { ok: false, reason: 'That is not an address.' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, reason: 'Only http and https addresses are read.' };
  if (url.origin === new URL(page).origin) return { ok: true, template: text };
  if (policy !== null && !lets(policy, url)) {
    return {
      ok: false,
      reason: `This page may load nothing from ${url.host}: its security policy (img-src) allows its own address only. Put the tiles beside the page, or have whoever runs this site allow that address.`,
    };
  }
  return { ok: true, template: text };
}

function lets(policy: string, url: URL): boolean {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  const images = directives.find(([name]) => name === 'img-src') ?? directives.find(([name]) => name === 'default-src');
  if (!images) return true;
  return images.slice(1).some((source) => {
    if (source === '*' || source === url.protocol) return true;
    const host = source.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    if (/^https?:/.test(source) && !source.startsWith(url.protocol)) return false;
    return host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : host === url.host;
  });
}
