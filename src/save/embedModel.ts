import { encodeView } from '../focus/url';
import { START, type ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';

export const EMBED_CONTROLS = { clock: 'Clock', filters: 'Filter sentence', key: 'Key to lines' } as const;
export type EmbedControl = keyof typeof EMBED_CONTROLS;

export interface Embed {
  /** Names of views, in their order. */
  views: string[];
  controls: EmbedControl[];
  theme: '' | 'light' | 'dark';
}

const OWN = ['embed', 'controls', 'theme'];

/**
 * What a frame shows, from its address (`x-embed=network,timeline&x-controls=clock`); null where the page is no frame.
 *
 * @param framed the views that may stand in one
 */
export function embedOf({ extra }: Pick<ViewState, 'extra'>, framed: readonly KnownView[]): Embed | null {
  const asked = (extra['embed'] ?? '').split(',');
  const views = framed.map(({ name }) => name).filter((name) => asked.includes(name));
  if (views.length === 0) return null;
  const wanted = (extra['controls'] ?? '').split(',');
  const controls = (Object.keys(EMBED_CONTROLS) as EmbedControl[]).filter((name) => wanted.includes(name));
  const theme = extra['theme'];
  return { views, controls, theme: theme === 'light' || theme === 'dark' ? theme : '' };
}

/** The state of a frame. */
export function embedState(state: ViewState, { views, controls, theme }: Embed): ViewState {
  const extra = { ...wholeState(state).extra };
  extra['embed'] = views.join(',');
  if (controls.length > 0) extra['controls'] = controls.join(',');
  if (theme !== '') extra['theme'] = theme;
  return { ...state, extra };
}

/** The state of a story in a frame, at its first scene: what the story shows is its own, and its frame names nothing of what is open here. */
export function embeddedStory(state: ViewState, link: Readonly<Record<string, string>>): ViewState {
  const { data, from, to, at } = state;
  return { ...START, data, from, to, at, page: 'story', extra: { ...link } };
}

/** The same view in the whole workbench. */
export function wholeState(state: ViewState): ViewState {
  return { ...state, extra: Object.fromEntries(Object.entries(state.extra).filter(([name]) => !OWN.includes(name))) };
}

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Greatest height in px that a frame is given by what it says of itself. */
const MOST_HEIGHT = 6000;

/**
 * What to paste into a page: the element, and a few lines by which it grows with what it shows. They heed this frame and this site alone,
 * and take a number within bounds; a page that lets no such lines run shows the frame at the height given, and it scrolls.
 */
export function snippet(
  base: string,
  state: ViewState,
  embed: Embed,
  size: { width: string; height: number },
  title: string,
): string {
  const address = `${base}#${encodeView(embedState(state, embed))}`;
  const frame = `<iframe src="${quoted(address)}" title="${quoted(title)}" width="${quoted(size.width)}" height="${size.height}" loading="lazy" style="border:0"></iframe>`;
  return `${frame}
<script>
{
  const frame = document.currentScript.previousElementSibling;
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== ${JSON.stringify(new URL(base).origin)} || source !== frame.contentWindow) return;
    const height = Number(data?.['stanceline:height']);
    if (height > 0) frame.style.height = Math.min(Math.max(height, ${size.height}), ${MOST_HEIGHT}) + 'px';
  });
}
</script>`;
}
