/**
 * What the built page may do. One policy, in the page itself and in the headers of a host: nothing inline, nothing evaluated, no other
 * origin. `data:` and `blob:` images are pictures that the page makes of itself for saving; a worker begins from a blob, so that it
 * inherits the page's policy where a host sends no headers; `wasm-unsafe-eval` lets the solver compile, and evaluates no text.
 */
export const policyOf = (origins = []) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    // Sounds and films of a record: beside its tables, or of files that the reader dropped.
    "media-src 'self' blob:",
    ["connect-src 'self'", ...origins].join(' '),
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // Text becomes markup only through the components' own templates; what libraries write is let through as text (src/ui/trusted.ts).
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html default',
  ].join('; ');

/**
 * Origins beside its own from which the page may fetch data, as `STANCELINE_DATA_ORIGINS` names them: `https://example.org`, parted by
 * spaces or commas. Throws on what is no origin, since a slip there would open the page to more than was meant.
 */
export function dataOrigins(text = process.env['STANCELINE_DATA_ORIGINS'] ?? '') {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!/^https?:\/\/[a-z0-9.-]+(:\d+)?\/?$/i.test(part) || !URL.canParse(part))
        throw new Error(`STANCELINE_DATA_ORIGINS: “${part}” is no origin such as https://example.org`);
      return new URL(part).origin;
    });
}

export const POLICY = policyOf(dataOrigins());

/** What only a header can say. Frames: any page may hold a view, as the dialog's "Embed" offers; nothing in a frame acts for its reader. */
export const HEADERS = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors *`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': [
    'camera=()',
    'microphone=()',
    'geolocation=()',
    'payment=()',
    'usb=()',
    'serial=()',
    'bluetooth=()',
    'midi=()',
    'display-capture=()',
    'clipboard-read=()',
    'clipboard-write=(self)',
    'fullscreen=(self)',
  ].join(', '),
};

/** Files that a browser asks for anew at every visit: all others are named by what they hold, or verified when they come. */
export const FRESH = ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/data/*'];

/** `_headers`, as Netlify, Cloudflare Pages and others read it. */
export function headersFile() {
  const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  const fresh = FRESH.map((path) => `${path}\n  Cache-Control: no-cache`);
  return `/*\n${lines.join('\n')}\n\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\n${fresh.join('\n\n')}\n`;
}
