import { encodeView } from '../focus/url';
import type { ViewState } from '../focus/view';
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

/** The same view in the whole workbench. */
export function wholeState(state: ViewState): ViewState {
  return { ...state, extra: Object.fromEntries(Object.entries(state.extra).filter(([name]) => !OWN.includes(name))) };
}

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The element to paste into a page. */
export function snippet(
  base: string,
  state: ViewState,
  embed: Embed,
  size: { width: string; height: number },
  title: string,
): string {
  const address = `${base}#${encodeView(embedState(state, embed))}`;
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="${quoted(size.width)}" height="${size.height}" loading="lazy" style="border:0"></iframe>`;
}
