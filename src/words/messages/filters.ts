import { countWord } from '../counts';
import { list } from '../names';
import { signWords } from '../scores';
import { marked, type Piece } from './message';

/**
 * The filters in words. A filter has a choice (`NATO or border closure`, the words that can be pressed), a clause in which the choice
 * stands in a sentence about rows (`on NATO or border closure`), and a name of its own (`topics`).
 */

/** Choices of which any may hold: `NATO, Poland or 2 more`. */
export const either = (items: readonly string[]) => list(items, { joint: 'or', most: 3 });

/** What a facet says where nothing is chosen, and where all but the chosen values are shown. */
const FACETS = {
  topics: { all: 'all topics', but: (chosen: string) => `all topics but ${chosen}` },
  sourceKinds: { all: 'every kind of source', but: (chosen: string) => `every kind of source but ${chosen}` },
  only: { all: 'all actors', but: (chosen: string) => `all actors but ${chosen}` },
  speakers: { all: 'any speaker', but: (chosen: string) => `any speaker but ${chosen}` },
  holders: { all: 'any holder', but: (chosen: string) => `any holder but ${chosen}` },
  targets: { all: 'any target', but: (chosen: string) => `any target but ${chosen}` },
  outlets: { all: 'any outlet', but: (chosen: string) => `any outlet but ${chosen}` },
  places: { all: 'any place', but: (chosen: string) => `any place but ${chosen}` },
  forms: { all: 'words, acts and events', but: (chosen: string) => `all but ${chosen}` },
};

type Clause = <Role extends string>(choice: Piece<Role>) => Piece<Role>[];
const alone: Clause = (choice) => [choice];

/** The choice of each filter in a sentence about rows. */
const CLAUSES = {
  topics: (choice) => marked`on ${choice}`,
  sourceKinds: (choice) => marked`from ${choice}`,
  sides: (choice) => marked`on ${choice}`,
  withoutSide: (choice) => marked`on ${choice}`,
  outlets: (choice) => marked`read in ${choice}`,
  confidence: (choice) => marked`at ${choice}`,
  rows: (choice) => marked`stances that rest on ${choice}`,
  forms: alone,
  speakers: (choice) => marked`in the words of ${choice}`,
  holders: (choice) => marked`held by ${choice}`,
  targets: (choice) => marked`towards ${choice}`,
  places: (choice) => marked`at ${choice}`,
  actorKinds: (choice) => marked`between ${choice}`,
  sign: (choice) => marked`scores that are ${choice}`,
  without: (choice) => marked`without ${choice}`,
  disputed: alone,
  original: alone,
  coder: (choice) => marked`in the eyes of ${choice}`,
  fold: alone,
  query: (choice) => marked`with the words ${choice}`,
} satisfies Record<string, Clause>;

/** The choice of whose words are read, in a sentence. */
const BASIS_CLAUSES = {
  own: (choice) => marked`in the actors’ ${choice}`,
  attributed: (choice) => marked`in ${choice}`,
  all: (choice) => marked`in ${choice}`,
} satisfies Record<string, Clause>;

/** Only with those chosen; all others are let through by their leaving out. */
const ONLY_CLAUSES = {
  these: (choice) => marked`only with ${choice}`,
  others: (choice) => marked`with ${choice}`,
} satisfies Record<string, Clause>;

export const filterMessages = {
  facet: FACETS,
  clause: CLAUSES,
  basisClause: BASIS_CLAUSES,
  onlyClause: ONLY_CLAUSES,

  basis: {
    own: 'own words and acts',
    attributed: 'what others say of the actors',
    all: 'their own words and others’ accounts',
  },
  confidence: ['any confidence', 'medium or high confidence', 'high confidence'],
  sign: { any: 'any sign', negative: signWords(false), mixed: 'mixed', positive: signWords(true) },
  form: { words: 'words', acts: 'acts', events: 'events' },
  disputed: { any: 'disputed or not', only: 'disputed rows alone', without: 'no disputed rows' },
  original: {
    any: 'in the original or not',
    only: 'rows with the original wording',
    without: 'rows without the original wording',
  },
  sourceKind: {
    official: 'official pages',
    'state-media': 'state media',
    'news-agency': 'news agencies',
    'independent-media': 'independent media',
    opinion: 'opinion pages',
    'think-tank': 'think tanks',
    journal: 'journals',
    unspecified: 'sources of a kind that is not said',
  },
  actorKind: {
    state: 'states',
    organisation: 'organisations',
    alliance: 'alliances',
    person: 'persons',
    movement: 'movements',
    outlet: 'outlets',
    issue: 'issues',
    unspecified: 'actors of a kind that is not said',
  },

  everySide: 'every side',
  sides: (sides: readonly string[]) => `the ${either(sides)} side`,
  noSideLeftOut: 'no side left out',
  anySideBut: (side: string) => `any side but ${side}`,
  everyActorKind: 'actors of every kind',
  noSourceLeftOut: 'no source left out',
  agreed: 'the agreed scores',
  coder: (coder: string, known: boolean) => (known ? `coder ${coder}` : `coder ${coder} (unknown)`),
  /** The least rows that a drawn stance rests on: `two rows or more`. */
  leastRows: (n: number) => `${countWord(n, 'row')} or more`,
  /** The same in the line of a saved picture. */
  pairsOn: (n: number) => `pairs on ${countWord(n, 'row')} or more`,
  folded: { yes: 'words about leaders count for their states', no: 'leaders apart from their states' },
  anyWords: 'any words',
  words: (typed: string) => `“${typed}”`,

  /** What is shown, as the page's first sentence: its choices are marked, `extras` are the clauses of the filters that are set besides. */
  sentence: <Role extends string>(
    topics: Piece<Role>,
    basis: readonly Piece<Role>[],
    sourceKinds: Piece<Role>,
    confidence: Piece<Role>,
    extras: readonly (readonly Piece<Role>[])[],
    rows: Piece<Role>,
  ): Piece<Role>[] => {
    const rest = extras.flatMap((clause) => marked<Role>`, ${clause}`);
    return marked`Showing ${topics}, ${basis}, ${CLAUSES.sourceKinds(sourceKinds)}, ${CLAUSES.confidence(confidence)}${rest}; ${CLAUSES.rows(rows)}.`;
  },
  /** The same for a record of ties. */
  ofTies: <Role extends string>(only: Piece<Role>, actorKinds: Piece<Role>): Piece<Role>[] =>
    marked`Showing ties with ${only}, ${CLAUSES.actorKinds(actorKinds)}.`,
  /** The same in one line of a phone. */
  line: (choices: readonly string[]) => choices.join(', '),
  tiesLine: (choices: readonly string[]) => ['ties', ...choices].join(', '),
  /** A set filter named alone: `topics: NATO`. */
  named: (name: string, choice: string) => `${name}: ${choice}`,
  /** What each filter is called. */
  name: {
    topics: 'topics',
    basis: 'basis',
    sourceKinds: 'sources',
    sides: 'sides of sources',
    withoutSide: 'sides of sources',
    outlets: 'outlets',
    speakers: 'speakers',
    holders: 'holders',
    targets: 'targets',
    places: 'places',
    forms: 'words, acts, events',
    disputed: 'disputed',
    original: 'original wording',
    confidence: 'confidence',
    rows: 'least rows',
    only: 'actors',
    actorKinds: 'kinds of actor',
    sign: 'sign',
    without: 'without source',
    coder: 'scores',
    fold: 'leaders',
    query: 'words',
  },
};
