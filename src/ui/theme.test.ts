import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let kept: Map<string, string>;
let dark: boolean;
let tell: ((event: { matches: boolean }) => void)[];
let dataset: Record<string, string>;

beforeEach(() => {
  kept = new Map();
  dark = false;
  tell = [];
  dataset = {};
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query === '(prefers-color-scheme: dark)' && dark,
    addEventListener: (name: string, listener: (event: { matches: boolean }) => void) => {
      if (name === 'change') tell.push(listener);
    },
  }));
  vi.stubGlobal('document', { documentElement: { dataset } });
});
afterEach(() => vi.unstubAllGlobals());

/** The module as a page loads it: it asks the browser once, at its start. */
async function loaded() {
  vi.resetModules();
  return import('./theme.svelte');
}

describe('the theme', () => {
  it('follows the machine until the reader chooses, also when the machine turns', async () => {
    dark = true;
    const { theme, applyTheme } = await loaded();
    expect([theme.choice, theme.shown]).toEqual(['system', 'dark']);
    applyTheme();
    expect(dataset).toEqual({ theme: 'dark' });
    tell[0]!({ matches: false });
    expect([theme.shown, dataset['theme']]).toEqual(['light', 'light']);
    theme.choose('dark');
    tell[0]!({ matches: false });
    expect([theme.shown, dataset['theme']]).toEqual(['dark', 'dark']);
  });

  it('is kept from visit to visit, and forgotten when the machine decides again', async () => {
    const first = await loaded();
    first.theme.choose('dark');
    expect([...kept.values()]).toEqual(['dark']);
    const second = await loaded();
    expect([second.theme.choice, second.theme.shown]).toEqual(['dark', 'dark']);
    second.theme.choose('light');
    expect((await loaded()).theme.choice).toBe('light');
    (await loaded()).theme.choose('system');
    expect(kept.size).toBe(0);
    expect((await loaded()).theme.shown).toBe('light');
  });

  it('is the machine’s where what is kept is no theme, and where nothing can be kept', async () => {
    (await loaded()).theme.choose('dark');
    for (const key of kept.keys()) kept.set(key, 'purple');
    expect((await loaded()).theme.choice).toBe('system');
    vi.stubGlobal('localStorage', undefined);
    const { theme } = await loaded();
    expect(theme.choice).toBe('system');
    theme.choose('dark');
    expect([theme.shown, dataset['theme']]).toEqual(['dark', 'dark']);
  });
});
