import type { TableName } from './record';

/** The vocabulary of the schema: descriptors of Table Schema v2, and a word for each kind of column that the tables have. */

export interface Constraints {
  required?: boolean;
  unique?: boolean;
  enum?: readonly (string | number)[];
  /** Anchored at both ends, as XML Schema patterns are. */
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  format?: 'uri';
  description: string;
  delimiter?: ';';
  itemType?: 'string';
  constraints?: Constraints;
  /** What the text means beyond its type: a vague date, somebody's words, a country or language code, a slug of its own, Markdown. */
  'stanceline:type'?: 'edtf' | 'quote' | 'country' | 'language' | 'slug' | 'markdown';
  /** `..` may stand for an end that is open: what it ends still goes on. */
  'stanceline:open'?: true;
  /** The column came with the second edition: a table may lack it, and its cells may be empty. */
  'stanceline:optional'?: true;
  /** A key that the standard cannot say: from the items of a list, or into one of several tables. */
  'stanceline:foreignKey'?: { resources: readonly TableName[]; field: 'id' };
}

export interface ForeignKey {
  fields: readonly [string];
  /** No `resource` where a table points at itself, as Table Schema v2 has it. */
  reference: { resource?: TableName; fields: readonly ['id'] };
}

export interface TableSchema {
  fields: readonly Field[];
  primaryKey: readonly string[];
  foreignKeys?: readonly ForeignKey[];
  missingValues: readonly string[];
}

/** Readable, stable, and safe in a list cell, a link and a file name. */
export const ID_PATTERN = '[a-z0-9]+(-+[a-z0-9]+)*';

export const REQUIRED: Constraints = { required: true };

/** Free text, or what its constraints allow. */
export function text(name: string, description: string, constraints?: Constraints): Field {
  return constraints ? { name, type: 'string', description, constraints } : { name, type: 'string', description };
}

/** The id of a row. */
export function id(description: string): Field {
  return text('id', description, { required: true, unique: true, pattern: ID_PATTERN });
}

/** One of a fixed list of values. */
export function choice(name: string, values: readonly string[], description: string, required = true): Field {
  return text(name, description, required ? { required: true, enum: values } : { enum: values });
}

/** A column that a table may lack altogether. */
export function optional(field: Field): Field {
  return { ...field, 'stanceline:optional': true };
}

/** A date that may be vague (EDTF level 0 or 1). */
export function date(name: string, description: string, required = false): Field {
  return { ...text(name, description, required ? REQUIRED : undefined), 'stanceline:type': 'edtf' };
}

/** The end of something that may have none yet. */
export function endDate(name: string, description: string): Field {
  return { ...date(name, description), 'stanceline:open': true };
}

/** Somebody's own words. */
export function quote(name: string, description: string): Field {
  return { ...text(name, description), 'stanceline:type': 'quote' };
}

/** A country by its code. */
export function country(description = 'ISO 3166-1 alpha-3 code.'): Field {
  return { ...text('country', description, { pattern: '[A-Z]{3}' }), 'stanceline:type': 'country' };
}

/** A language by its code. */
export function language(name: string, description: string): Field {
  return { ...text(name, description, { pattern: '[a-z]{2,3}' }), 'stanceline:type': 'language' };
}

/** A readable name of something that has no table of its own. */
export function slug(name: string, description: string): Field {
  return { ...text(name, description, { pattern: ID_PATTERN }), 'stanceline:type': 'slug' };
}

/** A latitude or longitude. */
export function degrees(name: 'lat' | 'lon', required = false): Field {
  const limit = name === 'lat' ? 90 : 180;
  const constraints: Constraints = { minimum: -limit, maximum: limit };
  if (required) constraints.required = true;
  return { name, type: 'number', description: `${name === 'lat' ? 'Latitude' : 'Longitude'} in degrees (WGS 84).`, constraints };
}

/** A whole number within bounds. */
export function integer(name: string, description: string, constraints: Constraints): Field {
  return { name, type: 'integer', description, constraints };
}

/** true or false; empty is false. */
export function flag(name: string, description: string): Field {
  return { name, type: 'boolean', description };
}

/** Items in one cell, separated by semicolons; with `target` they are ids of its rows. */
export function list(name: string, description: string, target?: TableName | readonly TableName[], required = false): Field {
  const field: Field = { name, type: 'list', description, delimiter: ';', itemType: 'string' };
  if (required) field.constraints = REQUIRED;
  if (target) field['stanceline:foreignKey'] = { resources: typeof target === 'string' ? [target] : target, field: 'id' };
  return field;
}

/** The tables whose rows show stances. */
export const EVIDENCE = ['statements', 'events'] as const;

/** A key into statements or events, whichever holds it. */
export function evidence(description: string): Field {
  return { ...text('evidence', description, REQUIRED), 'stanceline:foreignKey': { resources: EVIDENCE, field: 'id' } };
}

/** A table: the columns that name a row, all columns, and which of them point at which table (empty: at the table itself). */
export function table(
  primaryKey: readonly string[],
  fields: readonly Field[],
  keys: Readonly<Record<string, TableName | ''>> = {},
): TableSchema {
  const foreignKeys = Object.entries(keys).map(([field, resource]): ForeignKey => ({
    fields: [field],
    reference: resource ? { resource, fields: ['id'] } : { fields: ['id'] },
  }));
  const schema = { fields, primaryKey, missingValues: [''] };
  return foreignKeys.length > 0 ? { ...schema, foreignKeys } : schema;
}
