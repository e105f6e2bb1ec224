import { ROW_TEXTS, type RowText } from '../../packed/form';
import { writeRows } from '../../record/write';
import type { Engine } from './engines';
import { cameoGrades, UNSPECIFIED } from './gdeltFolder';
import type { Source } from './packWith';
import { ownSource } from './queries';

/**
 * A query of the user's as a source; what it needs is said at `ownSource`.
 *
 * @param actors text of an `actors.csv`, or null: then an actor is called by its id, and nothing is said of what it is
 */
export async function querySource(engine: Engine, query: string, actors: string | null, name: string): Promise<Source> {
  const sql = query.trim().replace(/;\s*$/, '');
  const columns = await engine.columns(sql);
  const texts = ROW_TEXTS.filter((text): text is RowText => columns.includes(text));
  const [[sample] = [null]] = columns.includes('day')
    ? await engine.read(`SELECT day FROM (${sql}) AS sample LIMIT 1`)
    : [[null]];
  const wholeDays = typeof sample === 'number';
  const relation = ownSource(engine.dialect, sql, columns, { texts, wholeDays, grades: cameoGrades(), kinds: UNSPECIFIED });
  return {
    relation,
    texts,
    name,
    title: name,
    times: false,
    occasions: false,
    tables: async (by) => {
      if (actors !== null) return new Map([['actors.csv', actors]]);
      const ids = await by.read('SELECT holder AS id FROM pairs UNION DISTINCT SELECT target AS id FROM pairs ORDER BY id');
      return new Map([
        ['actors.csv', writeRows([['id', 'name', 'kind'], ...ids.map(([id]) => [String(id), String(id), 'unspecified'])])],
      ]);
    },
  };
}
