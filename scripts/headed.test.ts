import { describe, expect, it } from 'vitest';
import { screenFor } from './headed.mjs';

const having =
  (...commands: string[]) =>
  (command: string) =>
    commands.includes(command);

describe('the screen of journeys with windows', () => {
  it('is one of their own where it can be made, whoever sits before the other', () => {
    expect(screenFor('linux', { DISPLAY: ':0' }, having('xvfb-run', 'openbox'))).toEqual({ made: 'openbox' });
    expect(screenFor('linux', {}, having('xvfb-run', 'metacity', 'icewm'))).toEqual({ made: 'icewm' });
  });

  it('is the one that is there where none can be made', () => {
    expect(screenFor('linux', { WAYLAND_DISPLAY: 'wayland-0' }, having())).toEqual({ here: true });
    expect(screenFor('darwin', {}, having())).toEqual({ here: true });
  });

  it('is said to be missing where there is none, with what would make one', () => {
    expect(screenFor('linux', {}, having())).toEqual({
      none: 'there is no display, and not installed: xvfb-run, a window manager (openbox)',
    });
    expect(screenFor('linux', {}, having('xvfb-run'))).toEqual({
      none: 'there is no display, and not installed: a window manager (openbox)',
    });
  });
});
