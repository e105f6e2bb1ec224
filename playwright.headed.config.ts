import { defineConfig } from '@playwright/test';
import { base } from './playwright.config';

/**
 * Journeys in a Chromium with windows of its own, for what a headless one does otherwise: full screen, and windows that open over it.
 * `npm run e2e:headed` gives them a screen.
 */
export default defineConfig({
  ...base,
  testDir: 'e2e/headed',
  testIgnore: [],
  projects: [{ name: 'headed' }],
  workers: 1,
  use: {
    ...base.use,
    headless: false,
    viewport: null,
    launchOptions: {
      ...base.use.launchOptions,
      args: [...base.use.launchOptions.args, '--window-position=0,0', '--window-size=1280,720'],
    },
  },
});
