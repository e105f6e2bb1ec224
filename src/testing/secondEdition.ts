import { dataset } from './soundDataset';

/** Columns that a table may lack, filled in beside the sound dataset's own: text to append to the header and to each row in turn. */
const ADDED = {
  'sources.csv': {
    after: 'kind',
    columns: ['country', 'side', 'owner'],
    rows: ['POL,polish,private', 'BLR,belarusian-state,state'],
  },
  'statements.csv': {
    after: 'quote_translated',
    columns: ['quote_original', 'quote_language', 'quote_origin'],
    rows: ['Некалькі слоў.,be,own'],
  },
  'stances.csv': { after: 'attributed_by', columns: ['occasion'], rows: ['border-2025', 'border-2025'] },
} as const;

export const SIDES = {
  polish: { label: 'Polish', description: 'Outlets seated in Poland, whoever owns them.' },
  'belarusian-state': { label: 'Belarusian state', description: 'Outlets that the Belarusian state owns.' },
};

type EditionFile = keyof typeof ADDED | 'datapackage.json' | 'events.csv';

/**
 * The sound dataset with every column that a table may lack, and a package that declares the sides of its sources; with changes: text
 * to replace in a file (each must occur in it). Without a fault where nothing is changed.
 */
export function secondEdition(changes: Partial<Record<EditionFile, Record<string, string>>> = {}): Map<string, string> {
  const files = dataset({
    'statements.csv': { 'Some words.,false': 'Some words.,true' },
    'events.csv': { '2025-09-12,2025-09-25': '2025-11-05,2025-11-25' },
  });
  for (const [file, { after, columns, rows }] of Object.entries(ADDED)) {
    const [header = '', ...lines] = (files.get(file) ?? '').trimEnd().split('\n');
    const at = header.split(',').indexOf(after) + 1;
    const widened = [columns.join(','), ...rows].map((added, i) => {
      const cells = (i === 0 ? header : (lines[i - 1] ?? '')).split(',');
      return [...cells.slice(0, at), added, ...cells.slice(at)].join(',');
    });
    files.set(file, `${widened.join('\n')}\n`);
  }
  files.set('datapackage.json', JSON.stringify({ stanceline: { sides: SIDES } }));
  for (const [file, change] of Object.entries(changes)) {
    let text = files.get(file) ?? '';
    for (const [from, to] of Object.entries(change)) {
      if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
      text = text.replace(from, () => to);
    }
    files.set(file, text);
  }
  return files;
}
