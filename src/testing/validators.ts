import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

/** Validators of published schemas, for tests: each says what is wrong, and nothing where nothing is. */

const here = (name: string): string => readFileSync(`src/testing/schemas/${name}`, 'utf8');
const told = (errors: readonly ErrorObject[] | null | undefined): string[] =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);

/** The standard has the type `list` and the published profile leaves it out: such a field is looked at as the text that its cells are. */
const withoutLists = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('type' in part) || part.type !== 'list') return part;
    if (!('itemType' in part) || part.itemType !== 'string') throw new TypeError('A list says what its items are.');
    return { ...part, type: 'string' };
  }) as unknown;

/** Faults of a `datapackage.json` by the profile of Data Package v2. */
export function packageFaults(value: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(here('datapackage-2.0.json')) as object);
  return validate(withoutLists(value)) ? [] : told(validate.errors);
}

/** Faults of a JSON value by a JSON Schema (2020-12). */
export function jsonFaults(schema: object, value: unknown): string[] {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  return validate(value) ? [] : told(validate.errors);
}

/** Faults of a GEXF text by the schema of GEXF 1.3. */
export async function gexfFaults(text: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'x.gexf', contents: text }],
    schema: [{ fileName: 'gexf.xsd', contents: here('gexf.xsd') }],
    preload: ['dynamics.xsd', 'viz.xsd'].map((name) => ({ fileName: name, contents: here(name) })),
  });
  return errors.map(({ message }) => message);
}
