import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `great-powers` as `Great powers`: what a record without a title is called. */
const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

/**
 * The records that a folder holds, as the page offers them: each folder in it with a package or a table of actors. The one whose package says
 * `"first": true` under `stanceline` opens without a choice; the others follow by title.
 *
 * @param {string} data
 * @returns {{ name: string, title: string }[]}
 */
export function recordsIn(data) {
  return readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const file = join(data, name, 'datapackage.json');
      if (!existsSync(file))
        return existsSync(join(data, name, 'actors.csv')) ? [{ name, title: titleOf(name), first: false }] : [];
      try {
        const { title, stanceline } = JSON.parse(readFileSync(file, 'utf8'));
        return [{ name, title: title || titleOf(name), first: stanceline?.first === true }];
      } catch {
        // The checker says what is wrong with it; the record is offered, so that its desk can.
        return [{ name, title: titleOf(name), first: false }];
      }
    })
    .sort((a, b) => Number(b.first) - Number(a.first) || (a.title < b.title ? -1 : 1))
    .map(({ name, title }) => ({ name, title }));
}
