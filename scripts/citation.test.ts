import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The fields of CITATION.cff that must not fall behind: version and licence after each title. */
const cited = (title: string) => {
  const text = readFileSync('CITATION.cff', 'utf8');
  const from = text.indexOf(`title: ${title}\n`);
  const after = from < 0 ? '' : text.slice(from);
  const field = (name: string) => new RegExp(`^ *${name}: (.*)$`, 'm').exec(after)?.[1] ?? '';
  return { version: field('version'), license: field('license') };
};

describe('CITATION.cff', () => {
  it.each(['eastern-flank', 'great-powers'])('cites %s in the version and under the licence that its package has', (name) => {
    const own = JSON.parse(readFileSync(`data/${name}/datapackage.json`, 'utf8')) as {
      title: string;
      version: string;
      licenses: { name: string }[];
    };
    expect(cited(own.title)).toEqual({ version: own.version, license: own.licenses[0]?.name });
  });

  it('cites the workbench in the version that it has', () => {
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; license: string };
    expect(cited('Stanceline')).toEqual({ version: own.version, license: own.license });
  });
});
