import { describe, expect, test } from 'vitest';
import { checkPackage, readPackage, sealPackage, writePackage, type Columns } from './package';
import { TABLE_NAMES, type TableName } from './record';
import { readTable } from './reading/csv';
import { columnsOf, plainColumnsOf, SCHEMAS } from './schema';
import { filesOf, SHIPPED } from '../testing/shippedDataset';

test('a package says what its coders are and how the scores were made', () => {
  const json = JSON.stringify({ stanceline: { coders: { a: 'a language model', b: 7 }, coding: 'No person has coded it yet.' } });
  const { meta, faults } = readPackage(json, 'one');
  expect(faults).toEqual([]);
  expect(meta.coders).toEqual({ a: 'a language model' });
  expect(meta.coding).toBe('No person has coded it yet.');
});

test('a package without coders leaves them out', () => {
  expect(readPackage('{}', 'one').meta).not.toHaveProperty('coders');
});

describe('what is wrong with a package is a fault, and defaults stand in', () => {
  test.each([
    ['text that is not JSON', '{ "title": ', 'The file is not JSON'],
    ['a list', '[]', 'The file is no JSON object.'],
    ['null', 'null', 'The file is no JSON object.'],
    [
      'bounds that are none',
      '{"stanceline":{"map":{"bounds":[[61,13],[41,38]]}}}',
      '`stanceline.map.bounds` is not a pair of corners.',
    ],
    [
      'bounds off the globe',
      '{"stanceline":{"map":{"bounds":[[41,13],[161,38]]}}}',
      '`stanceline.map.bounds` is not a pair of corners.',
    ],
  ])('%s', (_, json, message) => {
    const { meta, faults } = readPackage(json, 'my-record');
    expect(faults).toMatchObject([{ rule: 'bad-package', file: 'datapackage.json', severity: 'error' }]);
    expect(faults[0]?.message).toContain(message);
    expect(meta).toEqual({
      name: 'my-record',
      title: 'My record',
      description: '',
      view: '',
      next: null,
      bounds: null,
      licence: '',
    });
  });

  test('fields of a wrong type are as good as absent', () => {
    const json = JSON.stringify({
      title: 7,
      description: [],
      licenses: 'MIT',
      stanceline: { view: {}, next: 'later' },
      resources: 5,
    });
    expect(readPackage(json, 'x').meta).toMatchObject({ title: 'X', description: '', licence: '', view: '', next: null });
  });

  test('a path that leaves the folder, or the site, is not followed', () => {
    const resources = ['../secret.csv', '/etc/passwd', 'https://evil.example/actors.csv', 'a/../../b.csv'].map((path) => ({
      name: 'actors',
      path,
    }));
    for (const resource of resources) expect(readPackage(JSON.stringify({ resources: [resource] }), 'x').paths.size).toBe(0);
    expect(readPackage('{"resources":[{"name":"actors","path":"tables/people.csv"}]}', 'x').paths.get('actors')).toBe(
      'tables/people.csv',
    );
  });
});

describe.each(SHIPPED)('%s', (name) => {
  const files = filesOf(name);
  const json = new TextDecoder().decode(files.get('datapackage.json'));
  const columns: Columns = Object.fromEntries(
    TABLE_NAMES.filter((table) => files.has(`${table}.csv`)).map((table) => [
      table,
      readTable(table, `${table}.csv`, files.get(`${table}.csv`) ?? '').table.columns,
    ]),
  );

  test('is described as the schema has it, and writing the description again changes no byte', () => {
    expect(checkPackage(json, name, columns)).toEqual([]);
    expect(writePackage(json, name, columns)).toBe(json);
  });

  test.each(TABLE_NAMES.filter((table) => table in columns))(
    '%s has the columns of the schema, in its order; none lacks one that every table has',
    (table) => {
      const own = columns[table] ?? [];
      expect(own).toEqual(columnsOf(table).filter((column) => own.includes(column)));
      expect(own).toEqual(expect.arrayContaining(plainColumnsOf(table)));
    },
  );
});

test('keys of the schema lead to columns and tables that exist', () => {
  for (const table of TABLE_NAMES) {
    const { fields, foreignKeys = [], primaryKey } = SCHEMAS[table];
    const names = fields.map((field) => field.name);
    expect(names).toEqual(expect.arrayContaining([...primaryKey, ...foreignKeys.flatMap((key) => key.fields)]));
    const targets = [
      ...foreignKeys.map(({ reference }) => reference.resource ?? table),
      ...fields.flatMap((field) => field['stanceline:foreignKey']?.resources ?? []),
    ];
    for (const target of targets) expect(SCHEMAS[target].primaryKey).toEqual(['id']);
    // Rows are left out table after table: a row may depend only on tables that come before its own.
    for (const target of targets) expect(TABLE_NAMES.indexOf(target)).toBeLessThanOrEqual(TABLE_NAMES.indexOf(table));
  }
});

describe('a package that the first edition wrote', () => {
  interface Described {
    name: string;
    schema: { fields: Record<string, unknown>[]; foreignKeys?: unknown[] };
  }
  /** What stood in every package before tables could lack columns: undoes, one by one, what the second edition changed. */
  function firstEdition(): string {
    const resources = (JSON.parse(writePackage(null, 'x')) as { resources: Described[] }).resources;
    const schemaOf = (table: TableName) => resources.find(({ name }) => name === table)!.schema;
    const field = (table: TableName, name: string) => schemaOf(table).fields.find((one) => one.name === name)!;
    const shorter = (table: TableName, by: number) => (field(table, 'kind').constraints as { enum: string[] }).enum.splice(-by);
    shorter('actors', 2);
    shorter('sources', 2);
    shorter('ties', 1);
    delete field('sources', 'language')['stanceline:type'];
    field('events', 'start').description = 'First day, as precise as it is known.';
    field('events', 'end').description = 'Last day; empty for an event of one day or one that goes on.';
    for (const table of ['events', 'ties'] as const) delete field(table, 'end')['stanceline:open'];
    const { fields } = schemaOf('events');
    fields[fields.indexOf(field('events', 'place'))] = { name: 'place', type: 'string', description: 'Where.' };
    schemaOf('events').foreignKeys = [{ fields: ['place'], reference: { resource: 'places', fields: ['id'] } }];
    field('statements', 'date').description = 'When it was said or published, as precise as it is known.';
    field('ties', 'end').description = 'First day on which it no longer holds; empty: it still holds.';
    return JSON.stringify({ resources });
  }

  test('is no fault, unless a table has a column that it does not describe', () => {
    expect(checkPackage(firstEdition(), 'x')).toEqual([]);
    expect(checkPackage(firstEdition(), 'x', { stances: plainColumnsOf('stances') })).toEqual([]);
    expect(checkPackage(firstEdition(), 'x', { stances: columnsOf('stances') })).toMatchObject([{ rule: 'bad-package' }]);
    expect(checkPackage(firstEdition().replace('Where.', 'Where?'), 'x')).toMatchObject([{ rule: 'bad-package' }]);
  });
});

test('a package describes the columns that the tables have', () => {
  const fieldsOf = (columns?: Columns) =>
    (
      JSON.parse(writePackage(null, 'x', columns)) as { resources: { name: string; schema: { fields: { name: string }[] } }[] }
    ).resources
      .find(({ name }) => name === 'stances')
      ?.schema.fields.map(({ name }) => name);
  expect(fieldsOf()).toEqual(plainColumnsOf('stances'));
  expect(fieldsOf({ stances: [...plainColumnsOf('stances'), 'occasion', 'mine'] })).toEqual(columnsOf('stances'));
});

test('a table that came later is described where it is there, and nowhere else', () => {
  const tablesOf = (columns?: Columns) =>
    (JSON.parse(writePackage(null, 'x', columns)) as { resources: { name: string }[] }).resources.map(({ name }) => name);
  expect(tablesOf()).not.toContain('coders');
  expect(tablesOf({ coders: columnsOf('coders') })).toContain('coders');
  expect(checkPackage(writePackage(null, 'x'), 'x', { coders: columnsOf('coders') })).toMatchObject([{ rule: 'bad-package' }]);
});

test('a package declares the sides of its sources', () => {
  const sides = { polish: { label: 'Polish', description: 'Seated in Poland.' }, west: { label: 'Western' } };
  const { meta, faults } = readPackage(JSON.stringify({ stanceline: { sides } }), 'one');
  expect(faults).toEqual([]);
  expect(meta.sides).toEqual({ polish: sides.polish, west: { label: 'Western', description: '' } });
  expect(readPackage('{}', 'one').meta).not.toHaveProperty('sides');
});

test('a published package promises what its files are, and stays as the schema has it', () => {
  const json = writePackage(null, 'mine');
  const seal = { bytes: 12, sha256: 'a'.repeat(64), rows: 3 };
  const sealed = sealPackage(json, new Map([['actors.csv', seal]]));
  expect(checkPackage(sealed, 'mine')).toEqual([]);
  const { promised, meta } = readPackage(sealed, 'mine');
  expect([[...promised], meta.rows]).toEqual([[['actors', { bytes: 12, sha256: seal.sha256 }]], { actors: 3 }]);
  // Written anew, for tables that have changed since, it promises nothing.
  expect(writePackage(sealed, 'mine')).toBe(json);
});

test('whoever made a record is named as its package names them', () => {
  const named = JSON.stringify({ contributors: [{ title: 'A. Reader' }, { title: ' ' }, 7, { title: 'The Archive' }] });
  expect(readPackage(named, 'mine').meta.authors).toEqual(['A. Reader', 'The Archive']);
  expect(readPackage('{}', 'mine').meta.authors).toBeUndefined();
});
