import type { Grade } from '../words/scores';
import type { Account } from './account';
import { dayOnly, foreignDate } from './foreignDate';
import { Grader, gradeOfWord, type GradeChoice } from './grades';
import type { RecordMaker } from './recordMaker';
import { Cells, columnKey, type Sheet } from './sheet';

/**
 * Discourse Network Analyzer (Leifeld): statements in which somebody agrees with a concept or not. A concept is an issue here: a target,
 * never a holder. An organisation holds the stance; the person says it on its behalf.
 */

/** One statement, from the event list or from the database. */
export interface DnaStatement {
  row: number;
  id: string;
  time: string;
  person: string;
  organization: string;
  concept: string;
  /** As the file has it: `1`, `yes`, `-2`; empty where the variable is not there. */
  agreement: string;
  /** Further variables, by name. */
  others: readonly (readonly [string, string])[];
  text: string;
  coder: string;
  document: { title: string; author: string; source: string; section: string; type: string };
}

/** Whether the columns are those of DNA's event list. */
export function isDnaEvents(sheet: Sheet): boolean {
  const names = new Set(sheet.columns.map(columnKey));
  return ['statement id', 'time', 'start position', 'stop position', 'document id'].every((name) => names.has(name));
}

const OF_DOCUMENT = ['start position', 'stop position', 'text', 'coder', 'document id', 'document title', 'document author', 'document source', 'document section', 'document type']; // prettier-ignore

/** Reads DNA's event list into the record. */
export function bringDnaEvents(sheet: Sheet, maker: RecordMaker, account: Account, chosen: GradeChoice = {}): void {
  const cells = new Cells(sheet);
  account.rowsIn += sheet.rows.length;
  const variables = sheet.columns.filter((name) => !['statement id', 'time', ...OF_DOCUMENT].includes(columnKey(name)));
  const roles = rolesOf(variables);
  const statements = sheet.rows.map((row, i): DnaStatement => {
    const cell = (name: string): string => (name === '' ? '' : cells.get(row, name));
    return {
      row: i + 1,
      id: cells.get(row, 'statement_id'),
      time: cells.get(row, 'time'),
      person: cell(roles.person),
      organization: cell(roles.organization),
      concept: cell(roles.concept),
      agreement: cell(roles.agreement),
      others: variables.filter((name) => !Object.values(roles).includes(name)).map((name) => [name, cell(name)] as const),
      text: cells.get(row, 'text'),
      coder: cells.get(row, 'coder'),
      document: {
        title: cells.get(row, 'document_title'),
        author: cells.get(row, 'document_author'),
        source: cells.get(row, 'document_source'),
        section: cells.get(row, 'document_section'),
        type: cells.get(row, 'document_type'),
      },
    };
  });
  addStatements(statements, roles, maker, account, chosen);
}

export interface Roles {
  person: string;
  organization: string;
  concept: string;
  agreement: string;
}

/** Which variable says who, for whom, on what and how: by DNA's own names, else by what people call them. */
export function rolesOf(variables: readonly string[]): Roles {
  const find = (pattern: RegExp): string => variables.find((name) => pattern.test(columnKey(name))) ?? '';
  return {
    person: find(/^(person|speaker|actor|politician|name)$/),
    organization: find(/^(organi[sz]ation|party|institution|group|country)$/),
    concept: find(/^(concept|category|frame|issue|claim|belief|theme)$/),
    agreement: find(/^(agreement|agree|position|qualifier|dis agreement|support|stance|valence)$/),
  };
}

const REASON = 'DNA: the statement';

/** Statements of DNA as statements, their concepts as issues. */
export function addStatements(
  statements: readonly DnaStatement[],
  roles: Roles,
  maker: RecordMaker,
  account: Account,
  chosen: GradeChoice,
): void {
  const plain = statements.every(({ agreement }) => agreement === '' || /^(0|1|true|false|yes|no)$/i.test(agreement));
  const proposed = (value: string): { words: string; grade: Grade | null } => {
    if (plain && /^(0|false|no)$/i.test(value)) return { words: 'disagrees', grade: -1 };
    if (plain && /^(1|true|yes)$/i.test(value)) return { words: 'agrees', grade: 1 };
    const number = Number(value);
    if (value !== '' && Number.isInteger(number)) return { words: '', grade: Math.max(-2, Math.min(2, number)) as Grade };
    return { words: '', grade: gradeOfWord(value) };
  };
  const grader = new Grader(roles.agreement || 'agreement', proposed, chosen);
  const coders = new Set<string>();
  let alone = 0;
  for (const one of statements) {
    const date = foreignDate(one.time);
    if (date === '')
      account.note(one.row, 'time', one.time, 'It is no time that is understood; the statement stands without a date.');
    const organization = maker.actor(
      one.organization,
      { kind: 'organisation' },
      `organisation ${one.organization.toLowerCase()}`,
    );
    const person = maker.actor(one.person, { kind: 'person' }, `person ${one.person.toLowerCase()}`);
    const concept = maker.actor(one.concept, { kind: 'issue' }, `issue ${one.concept.toLowerCase()}`);
    const speaker = person || organization;
    const holder = organization || person;
    const page = maker.source({
      title: one.document.title,
      outlet: one.document.source || one.document.title,
      author: one.document.author,
      published: dayOnly(date),
    });
    const more = one.others.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
    const given = {
      id: `dna ${one.id}`,
      title: [one.person || one.organization || 'A statement', one.concept].filter(Boolean).join(': '),
      date,
      topics: [one.document.type, one.document.section],
      sources: [page],
      notes: more.join('; '),
    };
    if (speaker === '') {
      maker.event({ ...given, title: one.text.slice(0, 90) || given.title, summary: one.text });
      account.rowsShown++;
      account.note(one.row, roles.person || 'person', '', 'Nobody is named who says it; it is shown as an event.');
      continue;
    }
    const evidence = maker.statement({
      ...given,
      speaker,
      behalf: person !== '' && organization !== '' ? organization : '',
      targets: [concept],
      quote: one.text,
    });
    account.rowsShown++;
    if (concept === '' || one.agreement === '') {
      alone++;
      continue;
    }
    const grade = grader.grade(one.agreement);
    if (grade === null) continue;
    const { words } = proposed(one.agreement);
    const stance = maker.stance({ evidence, holder, target: concept, score: grade, basis: 'statement', rationale: words === '' ? '' : `${REASON} ${words}.` }); // prettier-ignore
    if (one.coder !== '') {
      coders.add(one.coder);
      maker.coding(stance, one.coder, grade);
    }
  }
  maker.howCoded = 'Scores are the agreement that people coded in Discourse Network Analyzer; its yes and no carry no strength.';
  account.say(`A concept became an issue on which sides are taken; ${roles.organization === '' ? 'the person' : 'the organisation (or the person, where none is named)'} holds the stance.`); // prettier-ignore
  if (coders.size > 0) account.say(`Coders: ${[...coders].sort().join(', ')}.`);
  account.lose('statements without a concept or an agreement: they are shown without a stance', alone);
  grader.tell(account);
}
