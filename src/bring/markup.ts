/** Text out of cells that hold HTML: TimelineJS and timemap let writers use it, and this record is text alone. */

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    eacute: 'é',
    egrave: 'è',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    ccedil: 'ç',
    copy: '©',
    deg: '°',
  }),
);

/** Letters for the entities that people write; one that is not known stays as it stands. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
  });
}

/** What a cell with markup says, and the addresses that it links to. */
export interface Plain {
  text: string;
  links: string[];
  /** Whether there was markup at all. */
  marked: boolean;
}

/** Takes the markup out of a text: paragraphs and breaks become line feeds, scripts and styles nothing, links are handed back. */
export function plainText(html: string): Plain {
  if (!/[<&]/.test(html)) return { text: html.trim(), links: [], marked: false };
  const links: string[] = [];
  const marked = /<\/?[a-z!][^>]*>/i.test(html);
  for (const match of html.matchAll(/<a\b[^>]*\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)) {
    const link = decodeEntities((match[1] ?? match[2] ?? match[3] ?? '').trim());
    if (/^https?:\/\//i.test(link) && !links.includes(link)) links.push(link);
  }
  const text = html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(br|hr)\b[^>]*>/gi, '\n')
    .replace(/<\/?(p|div|li|ul|ol|h[1-6]|blockquote|tr|table|section|figure)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '');
  const lines = decodeEntities(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return {
    text: lines
      .join('\n')
      .replace(/\n{2,}/g, '\n')
      .trim(),
    links,
    marked,
  };
}
