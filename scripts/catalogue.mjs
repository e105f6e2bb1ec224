import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Name under which the page imports the list of records. */
const NAME = 'virtual:catalogue';

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

/**
 * Lets the page import the list of records: a folder that is laid down beside the others is offered without a line of code.
 *
 * @returns {import('vite').Plugin}
 */
export function catalogue(data = resolve(import.meta.dirname, '../data')) {
  return {
    name: 'catalogue',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(recordsIn(data))};` : undefined),
    configureServer(server) {
      // A record that is laid down or renamed while the page is served is offered at the next load.
      const again = (path) => {
        if (!/[\\/](datapackage\.json|actors\.csv)$/.test(path)) return;
        const known = server.moduleGraph.getModuleById(`\0${NAME}`);
        if (known) server.moduleGraph.invalidateModule(known);
      };
      server.watcher.add(data);
      for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, again);
    },
  };
}
