import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const browser = process.env['STANCELINE_CHROMIUM'];
const PORT = Number(process.env['STANCELINE_PORT'] ?? 4173);

export const base = {
  testDir: 'e2e',
  // These have a configuration of their own, since they need a screen.
  testIgnore: 'headed/**',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  projects: [
    { name: 'journeys', grepInvert: /@frames/ },
    // A journey that watches things move needs frames, which a crowded machine may not give at the first try. No other is tried twice.
    { name: 'frames', grep: /@frames/, retries: process.env['CI'] ? 2 : 0 },
  ],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    serviceWorkers: 'block',
    // A trace of every journey costs a fifth of the run: `npm run e2e -- --trace retain-on-failure` takes one.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  // The built page, as it is shipped: with its policy, from a static server.
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: !process.env['CI'],
  },
} satisfies PlaywrightTestConfig;

export default defineConfig(base);
