// `npm run e2e:headed`: the journeys that need a Chromium with windows, on a screen of their own where one can be made, else on the one there is.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browser.mjs';
import { run } from './ready.mjs';

/** The exit code that says: not run, since there is no screen. It is neither a pass nor a failure. */
export const NOT_RUN = 77;

/** Window managers that fill the screen when a page asks, the lightest first. */
const MANAGERS = ['openbox', 'matchbox-window-manager', 'icewm', 'fluxbox', 'xfwm4', 'metacity', 'mutter'];

/**
 * How journeys get a screen: `made` for one of their own with that window manager, `here` for the one there is, or why there is none.
 *
 * @param platform as process.platform
 * @param env as process.env
 * @param has whether a command is installed
 * @returns {{ made: string } | { here: true } | { none: string }}
 */
export function screenFor(platform, env, has) {
  if (platform !== 'linux') return { here: true };
  const manager = MANAGERS.find(has);
  if (has('xvfb-run') && manager !== undefined) return { made: manager };
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return { here: true };
  const missing = [
    ...(has('xvfb-run') ? [] : ['xvfb-run']),
    ...(manager === undefined ? [`a window manager (${MANAGERS[0]})`] : []),
  ];
  return { none: `there is no display, and not installed: ${missing.join(', ')}` };
}

async function main() {
  const has = (command) => spawnSync('which', [command]).status === 0;
  const screen = screenFor(process.platform, process.env, has);
  if ('none' in screen) {
    console.log(`NOT RUN: journeys with windows need a screen; ${screen.none}. On Debian: apt install xvfb openbox.`);
    return NOT_RUN;
  }
  const env = { ...process.env, STANCELINE_CHROMIUM: await findBrowser() };
  const playwright = ['playwright', 'test', '--config', 'playwright.headed.config.ts', ...process.argv.slice(2)];
  if ('here' in screen) return run('npx', playwright, { env });
  // The manager ends with the screen that it manages.
  const within = `${screen.made} & exec npx "$@"`;
  return run('xvfb-run', ['-a', '-s', '-screen 0 1280x720x24', 'sh', '-c', within, 'sh', ...playwright], { env });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
