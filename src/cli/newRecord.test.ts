import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRecord, refusalOf } from './newRecord';
import { codingWords } from '../record/coding';
import { readRecord } from '../record/reading/read';

describe('a record that was just laid down', () => {
  const files = newRecord('two-rivers');
  const record = readRecord(files, 'two-rivers');

  test('passes every check, and opens on a stance that a person coded', () => {
    expect(record.faults).toEqual([]);
    expect(record.meta.title).toBe('Two rivers');
    expect([record.actors.length, record.evidence.n, record.stances.n]).toEqual([3, 1, 1]);
    expect(codingWords(record)).toBe('Every stance was coded by a person.');
  });

  test('has what people read beside what they fill in', () => {
    expect([...files.keys()].sort()).toEqual(
      ['actors', 'coders', 'codings', 'sources', 'stances', 'statements']
        .map((table) => `${table}.csv`)
        .concat('CHANGELOG.md', 'CODEBOOK.md', 'datapackage.json')
        .sort(),
    );
    expect(files.get('CODEBOOK.md')).toMatch(/^# Two rivers: codebook\n/);
  });
});

describe('a name', () => {
  let data: string;
  beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'stanceline-'))));
  afterEach(() => rmSync(data, { recursive: true }));

  test('is a slug, and the slug of what was typed is offered', () => {
    expect(refusalOf('Two Rivers', data)).toContain('Did you mean `two-rivers`?');
    expect(refusalOf('', data)).toContain('is no name of a record');
    expect(refusalOf('../elsewhere', data)).not.toBeNull();
    expect(refusalOf('two-rivers', data)).toBeNull();
  });

  test('of a record that is there is refused, whatever is in it', () => {
    mkdirSync(join(data, 'two-rivers'));
    expect(refusalOf('two-rivers', data)).toBe(`${data}/two-rivers is there already; nothing was written.`);
  });
});
