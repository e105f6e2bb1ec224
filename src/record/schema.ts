import {
  choice,
  country,
  date,
  degrees,
  endDate,
  evidence,
  EVIDENCE,
  flag,
  id,
  integer,
  language,
  list,
  optional,
  quote,
  REQUIRED,
  slug,
  table,
  text,
  type Field,
  type TableSchema,
} from './field';
import {
  ACTOR_KINDS,
  BASES,
  CODER_KINDS,
  CONFIDENCES,
  CONSISTENCIES,
  PLACE_KINDS,
  QUOTE_ORIGINS,
  SOURCE_KINDS,
  TABLE_NAMES,
  TIE_KINDS,
  VERDICTS,
  type TableName,
} from './record';

/**
 * The tables as Table Schema descriptors (Frictionless Table Schema v2). The page, the checker, the tests and every
 * `datapackage.json` read this one description; what the standard has no word for stands under `stanceline:` properties.
 */

export const SCHEMAS: Readonly<Record<TableName, TableSchema>> = {
  actors: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      text('name', 'Name as it is shown.', REQUIRED),
      choice('kind', ACTOR_KINDS, 'What it is.'),
      text('speaks_for', 'Actor whose stance this one states (a minister speaks for the state); empty for none.'),
      country(),
      degrees('lat'),
      degrees('lon'),
      list('aliases', 'Other names and spellings.'),
      text('description', "One sentence in the dataset's own neutral words."),
    ],
    { speaks_for: '' },
  ),
  places: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      text('name', 'Name as it is shown.', REQUIRED),
      country(),
      choice('kind', PLACE_KINDS, 'What it is.'),
      degrees('lat', true),
      degrees('lon', true),
    ],
  ),
  sources: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      {
        name: 'url',
        type: 'string',
        format: 'uri',
        description: 'Address at which the page was read.',
        constraints: { unique: true },
      },
      text('title', 'Title of the page; empty where it was not seen.'),
      text('outlet', 'Who published it.', REQUIRED),
      text('author', 'Who wrote it; empty where unsigned.'),
      date('published', 'Date on the page; empty where it gave none.'),
      language('language', 'ISO 639 code of the language of the page.'),
      choice('kind', SOURCE_KINDS, 'Kind of publisher.'),
      optional(country('Country of the outlet, ISO 3166-1 alpha-3; empty where it has none.')),
      optional(slug('side', 'Side that the outlet is on: one of the sides that `datapackage.json` declares.')),
      optional(text('owner', 'Who owns or runs the outlet: a state, a party, a company; see the codebook.')),
      flag('mirror', 'true where it was read at an address that is not the outlet’s own; empty is false.'),
    ],
  ),
  events: table(
    ['id'],
    [
      id('Readable slug, stable for ever; starts with the date.'),
      text('title', 'What happened, in a few neutral words.', REQUIRED),
      date('start', 'First day, as precise as it is known; `XXXX` where it is not known.', true),
      endDate('end', 'Last day; empty for an event of one day, `..` for one that still goes on.'),
      list('place', 'Where; more than one where it went on in several places.', 'places'),
      list('participants', 'Actors who took part.', 'actors'),
      list('topics', 'Topic slugs.'),
      text('summary', "The dataset's own neutral words."),
      list('sources', 'Pages that were read.', 'sources'),
      choice('confidence', CONFIDENCES, 'How well the sources carry it.'),
      text('notes', 'Where sources contradict each other, and what is not known.'),
    ],
  ),
  statements: table(
    ['id'],
    [
      id('Readable slug, stable for ever; starts with the date.'),
      text('title', 'Who said what, in a few neutral words.', REQUIRED),
      date('date', 'When it was said or published, as precise as it is known; with the time where that is known.', true),
      text('speaker', 'Actor who said it.', REQUIRED),
      text('on_behalf_of', 'Actor on whose behalf; empty for none.'),
      list('targets', 'Actors it is about.', 'actors'),
      quote('quote', "The speaker's own words, short; empty where none were seen."),
      flag('quote_translated', 'true where the words are a translation; empty is false.'),
      optional(quote('quote_original', 'The words of which `quote` is a translation, as they were read.')),
      optional(language('quote_language', 'ISO 639 code of the language of `quote_original`.')),
      optional(
        choice(
          'quote_origin',
          QUOTE_ORIGINS,
          'own: the words as they were spoken or written; reported: as a report in another language gives them.',
          false,
        ),
      ),
      text('summary', "The dataset's own neutral words."),
      text('place', 'Where.'),
      list('topics', 'Topic slugs.'),
      list('sources', 'Pages that were read.', 'sources'),
      choice('confidence', CONFIDENCES, 'How well the sources carry it.'),
      text('notes', 'Where sources contradict each other, and what is not known.'),
    ],
    { speaker: 'actors', on_behalf_of: 'actors', place: 'places' },
  ),
  stances: table(
    ['id'],
    [
      id('Readable slug, stable for ever: evidence, holder and target.'),
      evidence('Statement or event that shows it.'),
      text('holder', 'Actor who holds the stance.', REQUIRED),
      text('target', 'Actor towards whom.', REQUIRED),
      integer('score', 'From -2 (hostile) to 2 (supportive); see the codebook.', { required: true, minimum: -2, maximum: 2 }),
      choice('basis', BASES, "The holder's own words, the holder's act, or somebody else's account."),
      text('attributed_by', 'Actor who says that the holder takes this stance; for attributions only.'),
      optional(slug('occasion', 'What gave rise to it: rows of one act, talk, decision or trigger share an occasion.')),
      text('rationale', 'Why this score.'),
    ],
    { holder: 'actors', target: 'actors', attributed_by: 'actors' },
  ),
  coders: table(
    ['id'],
    [
      text('id', 'Coder or rater, as `codings` and `assessments` name them.', { required: true, unique: true }),
      text('name', 'Name as it is shown; empty where the id is enough.'),
      choice('kind', CODER_KINDS, 'Whether a person or a model coded.'),
      text('instructions', 'What the coder was given, and how far the readings are independent of others.'),
      slug('side', 'Side from whose vantage the coder was asked to read, or that the coder declares; empty for none.'),
    ],
  ),
  codings: table(
    ['stance', 'coder'],
    [
      text('stance', 'Stance that was scored.', REQUIRED),
      text('coder', 'Who scored it; see the codebook.', REQUIRED),
      integer('score', 'From -2 to 2; empty where the coder gave none.', { minimum: -2, maximum: 2 }),
      text('reason', 'Why this score.'),
    ],
    { stance: 'stances' },
  ),
  ties: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      choice('kind', TIE_KINDS, 'What it is.'),
      list('members', 'Actors it ties, two or more.', 'actors', true),
      integer('sign', '1 friendly, -1 hostile, empty where it takes no side.', { minimum: -1, maximum: 1 }),
      text('title', 'What it is called.', REQUIRED),
      date('start', 'First day on which it holds; empty: before the record.'),
      endDate('end', 'First day on which it no longer holds; empty or `..`: it still holds.'),
      text('summary', "The dataset's own neutral words."),
      list('sources', 'Pages that were read.', 'sources'),
    ],
  ),
  hypotheses: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      text('title', 'The explanation in a few words.', REQUIRED),
      text('description', 'The explanation in a few sentences.'),
      list('proposed_by', 'Actors who proposed it.', 'actors'),
      text('source', 'Page in which it was proposed.'),
    ],
    { source: 'sources' },
  ),
  assessments: table(
    ['hypothesis', 'evidence', 'rater'],
    [
      text('hypothesis', 'Hypothesis on which the evidence bears.', REQUIRED),
      evidence('Statement or event.'),
      text('rater', 'Who rated it; see the codebook.', REQUIRED),
      choice('consistency', CONSISTENCIES, 'From CC (very consistent) to II (very inconsistent).'),
      text('rationale', 'Why.'),
    ],
    { hypothesis: 'hypotheses' },
  ),
  claims: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      text('source', 'Article that makes the claim.', REQUIRED),
      integer('order', 'Place in the article, from 1.', { required: true, minimum: 1 }),
      text('claim', 'The claim in one neutral sentence.', REQUIRED),
      quote('quote', "The article's own words, short."),
      list('actors', 'Actors it is about.', 'actors'),
      choice('verdict', VERDICTS, 'How it stands against the record.'),
      list('evidence', 'Statements and events that bear on it, whichever way.', EVIDENCE),
      list('evidence_for', 'Those of them that speak for it.', EVIDENCE),
      list('evidence_against', 'Those of them that speak against it.', EVIDENCE),
      text('note', 'Why this verdict, and what the record does not cover.'),
    ],
    { source: 'sources' },
  ),
  stories: table(
    ['id'],
    [
      id('Readable slug, stable for ever.'),
      text('title', 'Title of the tour.', REQUIRED),
      text('subtitle', 'One sentence under it.'),
      text('author', 'Who made it.'),
    ],
  ),
  scenes: table(
    ['story', 'order'],
    [
      text('story', 'Story it belongs to.', REQUIRED),
      integer('order', 'Place in the story, from 1.', { required: true, minimum: 1 }),
      text('title', 'Heading.', REQUIRED),
      { ...text('text', 'What is told, in Markdown.'), 'stanceline:type': 'markdown' },
      text('view', 'What the views show: the same state string as a shared link.'),
      optional(text('question', 'What the reader is asked before reading on.')),
      optional(list('choices', 'Answers to choose from, two or more; empty where the reader writes one or draws a line.')),
      optional(list('predict', 'Holder and target whose stance the reader draws before the record is drawn over it.', 'actors')),
      optional(text('media', 'Picture, sound or film: a file in the folder `media/` of the record.')),
      optional(text('media_alt', 'What it shows or says, for whoever cannot see or hear it.')),
      optional(text('media_credit', 'Who made it.')),
      optional(text('media_licence', 'Under which licence it is here.')),
      optional(text('media_captions', 'Captions of a film or sound: a WebVTT file beside it.')),
    ],
    { story: 'stories' },
  ),
};

/** Tables that came after the first edition: a dataset is described without them where it has none. */
export const LATER_TABLES: readonly TableName[] = ['coders'];

/** Tables that a dataset cannot do without; any other is empty where its file is missing. */
export const REQUIRED_TABLES: readonly TableName[] = ['actors'];

/** Names of a table's columns, in the order of the files; those that a table may lack among them. */
export function columnsOf(name: TableName): string[] {
  return SCHEMAS[name].fields.map((field) => field.name);
}

/** Names of the columns that every table has: all but those that it may lack. */
export function plainColumnsOf(name: TableName): string[] {
  return SCHEMAS[name].fields.filter((field) => !field['stanceline:optional']).map((field) => field.name);
}

/**
 * The schema of a table as its file has it: the columns that a table may lack are described where the file has them.
 *
 * @param columns header of the file; empty for a table that is not there
 */
export function schemaFor(name: TableName, columns: readonly string[] = []): TableSchema {
  const schema = SCHEMAS[name];
  return { ...schema, fields: schema.fields.filter((field) => !field['stanceline:optional'] || columns.includes(field.name)) };
}

/** Whether a text names one of the tables. */
export function isTableName(text: string): text is TableName {
  return (TABLE_NAMES as readonly string[]).includes(text);
}

/** Tables that a column points into (their `id`), in order of search; none for a column that is no key. */
export function targetsOf(name: TableName, field: Field): readonly TableName[] {
  const own = field['stanceline:foreignKey'];
  if (own) return own.resources;
  const key = SCHEMAS[name].foreignKeys?.find((candidate) => candidate.fields[0] === field.name);
  return key ? [key.reference.resource ?? name] : [];
}
