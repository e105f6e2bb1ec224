/**
 * Trusted Types: under the page's policy a text becomes markup, or the address of a script, only by way of a policy. The components' runtime
 * has one for its own templates; what libraries write goes through this one, which lets text through and no markup.
 */

/** What a library writes to find out what the browser can do. */
const FIXED: readonly string[] = ['<svg/>', '<v:shape adj="1"/>'];

/** Text as it may be written where markup could stand; null where it is markup, or holds a sign that begins some. */
export function plainMarkup(text: string): string | null {
  return FIXED.includes(text) || !/[<&]/.test(text) ? text : null;
}

/** The address of a script as it may be started: a worker's blob of this page's, or its service worker; null for all else. */
export function ownScript(url: string, base: string): string | null {
  const { href } = new URL(url, base);
  return href.startsWith(`blob:${new URL(base).origin}/`) || href === new URL('sw.js', base).href ? url : null;
}

interface TrustedTypes {
  createPolicy: (name: string, rules: Record<string, (text: string) => string | null>) => unknown;
}

/** Puts the policy in force; nothing happens where the browser knows no such thing. */
export function trustTextAlone(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: plainMarkup,
    createScriptURL: (url) => ownScript(url, document.baseURI),
  });
}
