import type { Focus } from '../focus/focus.svelte';
import { stanceAt, type StanceAt } from '../analysis/stance/stance';
import { restingPairs } from '../analysis/stance/resting';
import { pairOf } from '../analysis/slice';
import { closingAt, crossingsOf, type Crossing } from './crossings';
import type { Lake } from './lakes';
import { groupsAt, groupsOf, OUTLINE, outlined } from './outline';
import { deploymentsAt, placeMarks, placeRows, postingsOf, type PlaceMark } from './placeMarks';
import {
  bordersNote,
  boundsAsked,
  boundsOf,
  counterparts,
  mainHolder,
  offMap,
  plateTitle,
  readsTies,
  shadeWords,
  stanceShade,
  statesByCountry,
  SUBJECT,
  subjectOf,
  tieShades,
  type Shade,
} from './plateModel';
import { acrossFrom, type Shapes } from './shapes';
import { whenOf } from '../record/when';
import { hiddenOfPair } from '../focus/filters/hiddenWords';
import { steadyEntries, steadyItems } from '../focus/kept.svelte';
import { FIRST_DAY, type Day } from '../words/calendar';
import { mapMessages } from '../words/messages/map';

const UNCOVERED: Shade = { kind: 'uncovered' };

/**
 * What the map shows under the present focus and clock, from the models, so that sheet, table and notes say the same. What depends on
 * the record, the filters or the selection is derived once; a step of the clock re-reads stances by look-up.
 */
export class Plate {
  readonly focus: Focus;
  shapes: Shapes | null = $state.raw(null);
  /** Drawn once they are there; a map without them says nothing false. */
  lakes: readonly Lake[] = $state.raw([]);
  /** Actors whose areas lie in the frame, told by the sheet whenever it comes to rest. */
  inFrame: ReadonlySet<number> = $state.raw(new Set());
  /** What the pointer or the keyboard rests on, in words. */
  detail = $state('');

  readonly record = $derived.by(() => this.focus.record);
  readonly ties = $derived.by(() => readsTies(this.record));
  readonly countries = $derived.by(() => statesByCountry(this.record));
  // By itself: the link's other settings leave the frame where the reader has moved it.
  readonly #frame = $derived.by(() => this.focus.state.extra['frame'] ?? '');
  readonly #asked = $derived.by(() => boundsAsked(this.#frame));
  /** Where the sheet opens: what the link or the dataset names is shown whole, a region found from the spots may fill the frame. */
  readonly bounds = $derived.by(() => ({
    corners: this.#asked ?? boundsOf(this.record),
    exact: this.#asked !== null || this.record.meta.bounds !== null,
  }));
  readonly note = $derived.by(() => bordersNote(this.record));
  readonly #main = $derived.by(() => mainHolder(this.focus.slice));
  /** Index of the actor that the map reads from, -1 in an empty record. */
  readonly subject: number = $derived.by(() => subjectOf(this.record, this.focus.state, this.#main));
  readonly actor = $derived.by(() => this.record.actors[this.subject]);
  readonly reading = $derived.by(() => this.focus.state.reading);
  readonly title = $derived.by(() => plateTitle(this.actor, this.reading, this.ties));
  /** Pairs that rest on as many rows as the reader asks for: they change with the filters and the window, not with the clock. */
  readonly #resting = $derived.by(() => new Set(restingPairs(this.focus.slice, this.focus.to, this.focus.state.rows)));

  readonly counterparts = $derived.by(() => counterparts(this.focus.slice, this.subject, this.reading));
  /** Shade of every counterpart at the date, by actor: the same object for as long as an area says the same. */
  readonly #shades = steadyEntries((): ReadonlyMap<number, Shade> => {
    const at = this.focus.at;
    if (this.ties) {
      const signed = tieShades(this.record, this.subject, at);
      return new Map(this.counterparts.map(({ actor }) => [actor, signed.get(actor) ?? UNCOVERED]));
    }
    const { running } = this.focus;
    return new Map(
      this.counterparts.map(({ actor, pair }) => {
        const shade = stanceShade(running, pair, at, this.#resting.has(pair));
        return [actor, shade.kind === 'uncovered' ? this.#putAside(actor, at) : shade];
      }),
    );
  });
  readonly empty = $derived.by(() => ![...this.shades.values()].some(({ kind }) => kind !== 'uncovered' && kind !== 'hidden'));
  /** What the filters hide up to the date, where nothing is shaded. */
  readonly hides = $derived.by(() => (this.empty && !this.ties ? this.focus.hidden.between(FIRST_DAY, this.focus.at) : null));
  readonly off = $derived.by(() => offMap(this.record, this.shades, this.inFrame));

  readonly crossings: Crossing[] = $derived.by(() => {
    const { shapes } = this;
    if (!shapes) return [];
    return crossingsOf(this.record, (country, lon, lat) => acrossFrom(shapes, country, lon, lat));
  });
  /** Places of the crossings shut at the date, as one string, so that signs change only when a crossing does. */
  readonly shutKey = $derived.by(() =>
    this.crossings
      .filter((crossing) => closingAt(crossing, this.focus.at) !== null)
      .map(({ place }) => place)
      .join(' '),
  );
  readonly shut: ReadonlySet<number> = $derived.by(() => new Set(this.shutKey === '' ? [] : this.shutKey.split(' ').map(Number)));

  readonly #placeRows = $derived.by(() => placeRows(this.record, this.focus.filters));
  /** States without a country's shape (one of another time): drawn as a disc at their spot. */
  readonly shapeless = $derived.by(() =>
    this.record.actors.flatMap(({ id, kind, country, lat, lon }, actor) =>
      kind !== 'state' || Number.isNaN(lat + lon) || this.shapes === null || this.shapes.byCode.has(country)
        ? []
        : [{ code: `-${id}`, actor, lat, lon }],
    ),
  );
  /** Places that carry an event at any date: what labels keep clear of, so that they stay put as the clock moves. */
  readonly eventPlaces = $derived.by(() => this.#placeRows.filter(({ events }) => events.length > 0).map(({ place }) => place));
  readonly #crossingPlaces = $derived.by(() => new Set(this.crossings.map(({ place }) => place)));
  /** Marks of events and statements at places, crossings left to their signs. */
  readonly #placeMarks = steadyItems(
    () => placeMarks(this.#placeRows, this.focus.from, this.focus.at).filter(({ place }) => !this.#crossingPlaces.has(place)),
    ({ place }) => place,
  );
  readonly #postings = $derived.by(() => postingsOf(this.record));
  readonly deployments = $derived.by(() => deploymentsAt(this.record, this.#postings, this.focus.at));

  readonly #groups = $derived.by(() => groupsOf(this.record));
  readonly groups = $derived.by(() => groupsAt(this.record, this.#groups, this.focus.at));
  readonly group = $derived.by(() => outlined(this.record, this.groups, this.focus.state.extra[OUTLINE]));
  /** Countries of the outlined group, as one string: the outline is drawn anew only when they change. */
  readonly groupKey = $derived.by(() => this.group?.countries.join(' ') ?? '');

  /** Indices of the selected pair, or null. */
  readonly pair = $derived.by(() => this.focus.chosen);
  /** The running stance of the selected pair at the date, for its arc. */
  readonly pairStance: StanceAt | null = $derived.by(() => {
    if (!this.pair) return null;
    return stanceAt(this.focus.running, pairOf(this.focus.slice, ...this.pair), this.focus.at);
  });

  /** Where nothing shows: whether the filters hide it or the record has none. */
  #putAside(actor: number, at: Day): Shade {
    const ends = this.reading === 'of' ? ([this.subject, actor] as const) : ([actor, this.subject] as const);
    const says = hiddenOfPair(this.focus, ...ends, at);
    return says === null ? UNCOVERED : { kind: 'hidden', says };
  }

  constructor(focus: Focus) {
    this.focus = focus;
  }

  get shades(): ReadonlyMap<number, Shade> {
    return this.#shades.now;
  }

  get placeMarks(): readonly PlaceMark[] {
    return this.#placeMarks.now;
  }

  shadeOf(actor: number): Shade {
    return actor === this.subject ? { kind: 'subject' } : (this.shades.get(actor) ?? UNCOVERED);
  }

  /** An actor with what the map says of it, for the line under the map and for screen readers. */
  describe(actor: number): string {
    const says = shadeWords(this.focus.running, this.shadeOf(actor), this.ties, this.focus.from);
    return mapMessages.actor(this.record.actors[actor]?.name ?? '', says);
  }

  describeCrossing(place: number): string {
    const name = this.record.places[place]!.name;
    const crossing = this.crossings.find((other) => other.place === place);
    const closing = crossing ? closingAt(crossing, this.focus.at) : null;
    return closing ? mapMessages.closed(name, this.record.evidence.title[closing.evidence]!) : mapMessages.open(name);
  }

  describeMark(mark: PlaceMark): string {
    const name = this.record.places[mark.place]!.name;
    const title = this.record.evidence.title[mark.last];
    const last = title === undefined ? null : { when: whenOf(this.record, mark.last), title };
    return mapMessages.place(name, mark.events, mark.statements, last);
  }

  /** A state is chosen: it becomes the other side of the subject's pair; with `instead`, the actor that the map reads from. */
  choose(actor: number, instead: boolean): void {
    const { focus, record, subject } = this;
    const id = record.actors[actor]?.id;
    const from = record.actors[subject]?.id;
    if (id === undefined) return;
    if (instead || from === undefined || this.ties) {
      focus.selectActor(id);
      return;
    }
    if (actor === subject) {
      if (focus.state.pair) focus.selectActor(id);
      return;
    }
    if (this.reading === 'of') focus.selectPair(from, id);
    else focus.go({ pair: [id, from], actors: [], item: '', place: '', extra: { ...focus.state.extra, [SUBJECT]: from } });
  }

  /** A place is chosen, or let go of where it was; the actor that the map reads from stays. */
  openPlace(id: string): void {
    const { focus, actor } = this;
    if (focus.state.place === id || !actor) focus.selectPlace(id);
    else focus.go({ place: id, pair: null, actors: [], item: '', extra: { ...focus.state.extra, [SUBJECT]: actor.id } });
  }

  /** Switches the reading; the actor that the map reads from stays. */
  read(reading: 'of' | 'towards'): void {
    const { pair, extra } = this.focus.state;
    const id = this.actor?.id;
    const keep = pair !== null && id !== undefined && pair.includes(id) && pair[0] !== id;
    const others = Object.fromEntries(Object.entries(extra).filter(([name]) => name !== SUBJECT));
    this.focus.go({ reading, extra: keep ? { ...others, [SUBJECT]: id } : others });
  }
}
