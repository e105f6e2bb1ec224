import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataOrigins, HEADERS, headersFile, POLICY, policyOf } from './policy.mjs';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../docs/hosting', name), 'utf8');

test('the policy allows nothing inline, nothing evaluated and no other origin', () => {
  expect(POLICY).toContain("default-src 'none'");
  expect(POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|strict-dynamic/);
});

test('data come from other origins only where the host names them, and from nothing wider', () => {
  expect(policyOf(['https://data.example.org'])).toBe(
    POLICY.replace("connect-src 'self'", "connect-src 'self' https://data.example.org"),
  );
  expect(policyOf([])).toBe(POLICY);
  expect(dataOrigins('https://a.org, http://localhost:8000/\n')).toEqual(['https://a.org', 'http://localhost:8000']);
  expect(dataOrigins('')).toEqual([]);
  for (const slip of ['*', 'https://*.org', 'example.org', 'https://a.org/data', "https://a.org;script-src'", 'data:x', "'self'"])
    expect(() => dataOrigins(slip)).toThrow('is no origin');
});

test('each host’s sample sends every header, word for word', () => {
  for (const [name, value] of Object.entries(HEADERS)) {
    expect(sample('nginx.conf')).toContain(`add_header ${name} "${value}" always;`);
    expect(sample('apache.htaccess')).toContain(`Header always set ${name} "${value}"`);
    expect(sample('Caddyfile')).toContain(`${name} "${value}"`);
    expect(headersFile()).toContain(`  ${name}: ${value}\n`);
  }
});
