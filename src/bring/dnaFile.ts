import type { Database, SqlJsStatic } from 'sql.js';
import type { Account } from './account';
import { addStatements, rolesOf, type DnaStatement } from './dna';
import type { GradeChoice } from './grades';
import type { RecordMaker } from './recordMaker';

/** DNA's own file: a SQLite database, read by sql.js. Of its coders the names are read and nothing else: their passwords never leave it. */

type Value = string | number | Uint8Array | null;

/** Whether bytes are a SQLite database. */
export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

function rowsOf(database: Database, query: string): Value[][] {
  return (database.exec(query)[0]?.values ?? []) as Value[][];
}

const text = (value: Value | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function columnsOf(database: Database, table: string): Set<string> {
  return new Set(rowsOf(database, `PRAGMA table_info(${table})`).map((row) => text(row[1]).toLowerCase()));
}

/** Seconds since 1970 (milliseconds in old files) as a time of UTC. */
function timeIn(value: Value | undefined): string {
  const number = Number(value);
  if (value === null || value === undefined || !Number.isFinite(number)) return text(value);
  const date = new Date(Math.abs(number) > 100_000_000_000 ? number : number * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads a DNA database into the record. Throws an Error where the database holds no statements of DNA's. */
export function bringDnaFile(
  sql: SqlJsStatic,
  bytes: Uint8Array,
  maker: RecordMaker,
  account: Account,
  chosen: GradeChoice = {},
): void {
  const database = new sql.Database(bytes);
  try {
    const tables = new Set(rowsOf(database, "SELECT name FROM sqlite_master WHERE type = 'table'").map((row) => text(row[0])));
    for (const table of ['STATEMENTS', 'DOCUMENTS', 'VARIABLES', 'STATEMENTTYPES'])
      if (!tables.has(table))
        throw new Error(`It is a SQLite database without a table ${table}, so no file of Discourse Network Analyzer.`);
    const types = rowsOf(database, 'SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID');
    const variables = rowsOf(database, 'SELECT ID, Variable, StatementTypeId FROM VARIABLES ORDER BY ID');
    // The type whose variables say who stands how on what; the others are notes of the coder's own.
    const usable = types.map(([id, label]) => {
      const own = variables.filter((variable) => variable[2] === id);
      return { id, label: text(label), own, roles: rolesOf(own.map((variable) => text(variable[1]))) };
    });
    const best = usable.find(({ roles }) => roles.concept !== '' && roles.agreement !== '') ?? usable.find(({ roles }) => roles.concept !== ''); // prettier-ignore
    const all = Number(rowsOf(database, 'SELECT COUNT(*) FROM STATEMENTS')[0]?.[0] ?? 0);
    account.rowsIn += all;
    if (best === undefined) {
      account.lose('statements of types that say nothing of concepts', all);
      account.say('No type of statement has a concept.');
      return;
    }
    const entities = tables.has('ENTITIES');
    const values = new Map<string, Map<string, string>>();
    const names = new Map(best.own.map((variable) => [variable[0], text(variable[1])]));
    const take = (query: string): void => {
      for (const [statement, variable, value] of rowsOf(database, query)) {
        const name = names.get(variable ?? null);
        if (name === undefined) continue;
        const own = values.get(text(statement)) ?? new Map<string, string>();
        own.set(name, text(value));
        values.set(text(statement), own);
      }
    };
    if (tables.has('DATASHORTTEXT'))
      take(
        entities && columnsOf(database, 'DATASHORTTEXT').has('entity')
          ? 'SELECT d.StatementId, d.VariableId, e.Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity'
          : 'SELECT StatementId, VariableId, Value FROM DATASHORTTEXT',
      );
    for (const table of ['DATABOOLEAN', 'DATAINTEGER', 'DATALONGTEXT'])
      if (tables.has(table)) take(`SELECT StatementId, VariableId, Value FROM ${table}`);
    const coders = new Map<string, string>();
    if (tables.has('CODERS'))
      for (const [id, name] of rowsOf(database, 'SELECT ID, Name FROM CODERS')) coders.set(text(id), text(name));
    const read = rowsOf(
      database,
      `SELECT s.ID, s.Start, s.Stop, s.Coder, d.Date, d.Title, d.Author, d.Source, d.Section, d.Type, substr(d.Text, s.Start + 1, s.Stop - s.Start)
       FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId WHERE s.StatementTypeId = ${Number(best.id)} ORDER BY d.Date, s.ID`,
    );
    const { roles } = best;
    const statements = read.map((row, i): DnaStatement => {
      const own = values.get(text(row[0])) ?? new Map<string, string>();
      const used = new Set<string>(Object.values(roles));
      return {
        row: i + 1,
        id: text(row[0]),
        time: timeIn(row[4]),
        person: own.get(roles.person) ?? '',
        organization: own.get(roles.organization) ?? '',
        concept: own.get(roles.concept) ?? '',
        agreement: own.get(roles.agreement) ?? '',
        others: [...own].filter(([name]) => !used.has(name)),
        text: text(row[10]),
        coder: coders.get(text(row[3])) ?? '',
        document: { title: text(row[5]), author: text(row[6]), source: text(row[7]), section: text(row[8]), type: text(row[9]) },
      };
    });
    addStatements(statements, roles, maker, account, chosen);
    account.say(`Its statements of the type “${best.label}” were read; of its coders the names alone.`);
    account.lose('statements of other types (annotations and the like)', all - read.length);
    account.lose('whole texts of documents: the words of each statement are kept', Number(rowsOf(database, 'SELECT COUNT(*) FROM DOCUMENTS')[0]?.[0] ?? 0)); // prettier-ignore
    if (tables.has('ATTRIBUTEVALUES')) account.lose('attributes of persons, organisations and concepts', Number(rowsOf(database, "SELECT COUNT(*) FROM ATTRIBUTEVALUES WHERE AttributeValue <> ''")[0]?.[0] ?? 0)); // prettier-ignore
  } finally {
    database.close();
  }
}
