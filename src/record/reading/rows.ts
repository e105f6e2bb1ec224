import { type DateSpan } from '../../words/dates';
import type {
  Actor,
  ActorKind,
  Assessment,
  Claim,
  Consistency,
  DatasetMeta,
  Hypothesis,
  Place,
  PlaceKind,
  Side,
  Source,
  SourceKind,
  Story,
  Tie,
  TieKind,
  Verdict,
  Scene,
  SceneAsk,
} from '../record';
import type { RowReader } from './rowReader';
import { sceneMedia } from '../media';
import { booleanOf, integerOf, isWebAddress, itemsOf, numberOf } from '../values';
import { observedUntil } from '../observed';
import { type Day, FIRST_DAY, LAST_DAY } from '../../words/calendar';

/**
 * The tables that are read as small objects, one function a table. The check has vouched for every value of a sound row, so that the
 * assertions of kind here state what has been tested.
 */

/** Rows of a table with the index of each id. */
export interface Indexed<T> {
  list: T[];
  index: Map<string, number>;
}

function indexed<T extends { id: string }>(list: T[]): Indexed<T> {
  return { list, index: new Map(list.map((item, i) => [item.id, i])) };
}

/** Degrees, or NaN where the cell is empty, no number or off the globe. */
function degrees(text: string, limit: number): number {
  const value = numberOf(text);
  return Math.abs(value) <= limit ? value : Number.NaN;
}

export function readActors(reader: RowReader): Indexed<Actor> {
  const rows = reader.rows('actors');
  const text = (row: number, column: string): string => reader.text('actors', row, column);
  const actors = indexed(
    rows.map((row): Actor => {
      const lat = degrees(text(row, 'lat'), 90);
      const lon = degrees(text(row, 'lon'), 180);
      const half = Number.isNaN(lat + lon);
      return {
        id: text(row, 'id'),
        name: text(row, 'name'),
        kind: text(row, 'kind') as ActorKind,
        speaksFor: -1,
        country: text(row, 'country'),
        lat: half ? Number.NaN : lat,
        lon: half ? Number.NaN : lon,
        aliases: reader.items('actors', row, 'aliases'),
        description: text(row, 'description'),
      };
    }),
  );
  reader.register('actors', actors.index);
  rows.forEach((row, i) => {
    const actor = actors.list[i];
    if (actor) actor.speaksFor = reader.reference('actors', row, 'speaks_for', 'actors');
  });
  breakCircles(actors.list);
  return actors;
}

/** Who speaks for himself, by way of others or not, speaks for nobody; so that following `speaksFor` always ends. */
function breakCircles(actors: Actor[]): void {
  for (const [start, actor] of actors.entries()) {
    let at = actor.speaksFor;
    for (let steps = 0; at >= 0 && at !== start && steps < actors.length; steps++) at = actors[at]?.speaksFor ?? -1;
    if (at === start) actor.speaksFor = -1;
  }
}

export function readPlaces(reader: RowReader): Indexed<Place> {
  const places = indexed(
    reader.rows('places').map((row): Place => {
      const text = (column: string): string => reader.text('places', row, column);
      return {
        id: text('id'),
        name: text('name'),
        country: text('country'),
        kind: text('kind') as PlaceKind,
        lat: degrees(text('lat'), 90),
        lon: degrees(text('lon'), 180),
      };
    }),
  );
  reader.register('places', places.index);
  return places;
}

/** A date that is not known is none. */
function knownDate(span: DateSpan | null): DateSpan | null {
  return span?.precision === 'unknown' ? null : span;
}

export function readSources(reader: RowReader): Indexed<Source> {
  const sources = indexed(
    reader.rows('sources').map((row): Source => {
      const text = (column: string): string => reader.text('sources', row, column);
      const url = text('url');
      return {
        id: text('id'),
        url: isWebAddress(url) ? url : '',
        title: text('title'),
        outlet: text('outlet'),
        author: text('author'),
        published: knownDate(reader.date('sources', row, 'published')),
        language: text('language'),
        kind: text('kind') as SourceKind,
        country: text('country'),
        side: text('side'),
        owner: text('owner'),
        mirror: booleanOf(text('mirror')) ?? false,
      };
    }),
  );
  reader.register('sources', sources.index);
  return sources;
}

/** Sides as the package declares them; one that only a source names (which is a fault) is listed after them under its id. */
export function sidesOf(sources: readonly Source[], declared: DatasetMeta['sides'] = {}): Side[] {
  const sides = Object.entries(declared).map(([id, side]): Side => ({ id, ...side }));
  const known = new Set(['', ...sides.map(({ id }) => id)]);
  for (const { side } of sources) {
    if (known.has(side)) continue;
    known.add(side);
    sides.push({ id: side, label: side, description: '' });
  }
  return sides;
}

/**
 * Ties in order of their start. One whose end is not before the last day that the source could see is not known after that day: it did
 * not end, its observation did.
 *
 * @param observed that last day as the package declares it; absent: as {@link observedUntil} finds it
 */
export function readTies(reader: RowReader, observed?: Day): Tie[] {
  const rows = reader.rows('ties');
  const last = observed ?? observedUntil(rows.map((row) => reader.date('ties', row, 'end'))) ?? LAST_DAY;
  return rows
    .map((row): Tie => {
      const text = (column: string): string => reader.text('ties', row, column);
      const start = reader.date('ties', row, 'start');
      const end = reader.date('ties', row, 'end');
      const sign = integerOf(text('sign'));
      const censored = end !== null && end.last >= last;
      return {
        id: text('id'),
        kind: text('kind') as TieKind,
        members: reader.references('ties', row, 'members', 'actors'),
        sign: sign > 0 ? 1 : sign < 0 ? -1 : 0,
        title: text('title'),
        start,
        end,
        from: start?.first ?? FIRST_DAY,
        until: censored ? last + 1 : (end?.first ?? LAST_DAY),
        censored,
        summary: text('summary'),
        sources: reader.references('ties', row, 'sources', 'sources'),
      };
    })
    .filter((tie) => tie.members.length > 1)
    .sort((a, b) => a.from - b.from || compare(a.id, b.id));
}

/** Order of ids by code unit: the same on every machine, unlike the order of a locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function readHypotheses(reader: RowReader): Hypothesis[] {
  const hypotheses = reader.rows('hypotheses').map((row): Hypothesis => ({
    id: reader.text('hypotheses', row, 'id'),
    title: reader.text('hypotheses', row, 'title'),
    description: reader.text('hypotheses', row, 'description'),
    proposedBy: reader.references('hypotheses', row, 'proposed_by', 'actors'),
    source: reader.reference('hypotheses', row, 'source', 'sources'),
  }));
  reader.register('hypotheses', indexed(hypotheses).index);
  return hypotheses;
}

export function readAssessments(reader: RowReader): Assessment[] {
  return reader.rows('assessments').map((row): Assessment => ({
    hypothesis: reader.reference('assessments', row, 'hypothesis', 'hypotheses'),
    evidence: reader.reference('assessments', row, 'evidence', 'evidence'),
    rater: reader.text('assessments', row, 'rater'),
    consistency: reader.text('assessments', row, 'consistency') as Consistency,
    rationale: reader.text('assessments', row, 'rationale'),
  }));
}

export function readClaims(reader: RowReader): Claim[] {
  return reader
    .rows('claims')
    .map((row): Claim => {
      const text = (column: string): string => reader.text('claims', row, column);
      const evidence = (column: string): number[] => reader.references('claims', row, column, 'evidence');
      const supporting = evidence('evidence_for');
      const opposing = evidence('evidence_against');
      return {
        id: text('id'),
        source: reader.reference('claims', row, 'source', 'sources'),
        order: integerOf(text('order')),
        claim: text('claim'),
        quote: text('quote'),
        actors: reader.references('claims', row, 'actors', 'actors'),
        verdict: text('verdict') as Verdict,
        evidence: [...new Set([...evidence('evidence'), ...supporting, ...opposing])],
        // A row that stands on both sides is sorted to neither; the check says so.
        supporting: supporting.filter((item) => !opposing.includes(item)),
        opposing: opposing.filter((item) => !supporting.includes(item)),
        note: text('note'),
      };
    })
    .sort((a, b) => a.source - b.source || a.order - b.order);
}

function readAsk(reader: RowReader, row: number): SceneAsk | null {
  const question = reader.text('scenes', row, 'question');
  const choices = itemsOf(reader.text('scenes', row, 'choices'));
  const [holder, target, more] = reader.references('scenes', row, 'predict', 'actors');
  const predict = holder === undefined || target === undefined || more !== undefined ? null : ([holder, target] as const);
  return question === '' && predict === null ? null : { question, choices: choices.length < 2 ? [] : choices, predict };
}

export function readStories(reader: RowReader): Story[] {
  const stories = reader.rows('stories').map((row): Story => ({
    id: reader.text('stories', row, 'id'),
    title: reader.text('stories', row, 'title'),
    subtitle: reader.text('stories', row, 'subtitle'),
    author: reader.text('stories', row, 'author'),
    scenes: [],
  }));
  reader.register('stories', indexed(stories).index);
  for (const row of reader.rows('scenes')) {
    const text = (column: string): string => reader.text('scenes', row, column);
    const story = stories[reader.reference('scenes', row, 'story', 'stories')];
    if (story === undefined) continue;
    const scene: Scene = { order: integerOf(text('order')), title: text('title'), text: text('text'), view: text('view') };
    const ask = readAsk(reader, row);
    const media = sceneMedia(text);
    story.scenes.push({ ...scene, ...(ask === null ? {} : { ask }), ...(media === null ? {} : { media }) });
  }
  for (const story of stories) story.scenes.sort((a, b) => a.order - b.order);
  return stories;
}
