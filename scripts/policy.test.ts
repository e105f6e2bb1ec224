import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HEADERS, headersFile, POLICY } from './policy.mjs';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../docs/hosting', name), 'utf8');

test('the policy allows nothing inline, nothing evaluated and no other origin', () => {
  expect(POLICY).toContain("default-src 'none'");
  expect(POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|strict-dynamic/);
});

test('each host’s sample sends every header, word for word', () => {
  for (const [name, value] of Object.entries(HEADERS)) {
    expect(sample('nginx.conf')).toContain(`add_header ${name} "${value}" always;`);
    expect(sample('apache.htaccess')).toContain(`Header always set ${name} "${value}"`);
    expect(sample('Caddyfile')).toContain(`${name} "${value}"`);
    expect(headersFile()).toContain(`  ${name}: ${value}\n`);
  }
});
