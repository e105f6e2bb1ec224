import { decodeOwnView, decodeView, encodeView } from '../focus/url';
import { START, type ViewState } from '../focus/view';
import type { KnownView } from '../focus/views';
import type { StanceRecord } from '../record/record';
import { tieOfId } from '../record/tieCard';
import { besideName } from './sceneViews';
import { isTold } from './write/told';
import { dayOf } from '../words/calendar';

/** Settings of the story page itself: they say what is read, and are no part of a scene's view. */
const OWN = ['story', 'scene', 'told', 'write', 'notes', 'embed', 'controls', 'theme'] as const;

/** What stays as the reader turns from scene to scene: the frame that the page stands in. */
const FRAME = ['embed', 'controls', 'theme'] as const;

/** A scene's view as a state that the page can show: the scene's clock, focus and filters, the reader's dataset and place in the story. */
export function stateOfScene(view: string, base: ViewState, at: { story: string; scene: number }): ViewState {
  const read = decodeOwnView(view, { ...base, extra: {} });
  const kept = [...FRAME, ...(isTold(at.story) ? ['told'] : [])].flatMap((name) => {
    const value = base.extra[name];
    return value === undefined ? [] : [[name, value]];
  });
  const extra: Record<string, string> = {
    ...read.extra,
    ...(Object.fromEntries(kept) as Record<string, string>),
    plate: besideName(read),
    story: at.story,
    scene: String(at.scene),
  };
  return { ...read, page: 'story', data: base.data, extra };
}

/** The present view as a scene keeps it: without page, dataset and place in the story. */
export function viewOfState(state: ViewState): string {
  const extra = Object.fromEntries(Object.entries(state.extra).filter(([name]) => !OWN.some((own) => own === name)));
  const text = encodeView({ ...state, page: 'story', data: '', extra });
  return text.slice(text.indexOf('?') + 1);
}

/** Whether the reader has turned the view away from the scene's: moved the clock, chosen another actor, set a filter. */
export function strayed(view: string, state: ViewState): boolean {
  const opened = (extra: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(extra).filter(([name]) => name !== 'triad'));
  const scene = stateOfScene(view, { ...START, from: state.from, to: state.to, at: state.at }, { story: '', scene: 1 });
  // An opened row or triad is the way in which a reader follows a link of the text: it does not leave the scene.
  const plain = (one: ViewState) => viewOfState({ ...one, item: '', extra: opened(one.extra) });
  return plain(scene) !== plain(state);
}

/** Every field unlike START, so that a key that means anything changes one of the two. */
const OTHER: ViewState = {
  ...START,
  page: 'desk',
  data: 'other',
  from: 1,
  to: 9,
  at: 5,
  step: 'day',
  speed: 3,
  mode: 'latest',
  halfLife: 7,
  compare: 3,
  actors: ['other'],
  pair: ['other', 'another'],
  item: 'other',
  place: 'other',
  beside: ['other'],
  only: ['other'],
  actorKinds: ['outlet'],
  topics: ['other'],
  sourceKinds: ['opinion'],
  sides: ['other'],
  withoutSide: 'other',
  outlets: ['other'],
  speakers: ['other'],
  holders: ['other'],
  targets: ['other'],
  places: ['other'],
  forms: ['acts'],
  disputed: 'without',
  original: 'without',
  but: ['only'],
  basis: 'attributed',
  confidence: 1,
  sign: 'mixed',
  without: 'other',
  coder: 'other',
  fold: true,
  query: 'other',
  rows: 77,
  lanes: 'topic',
  reading: 'towards',
  extra: {},
};

/** Every actor that a state names. */
const actorsOf = (state: ViewState): string[] => [
  ...state.actors,
  ...(state.pair ?? []),
  ...state.beside,
  ...state.only,
  ...state.speakers,
  ...state.holders,
  ...state.targets,
];

/**
 * What is wrong with a view string, a sentence each: keys and values that the page would pass over, and ids that the record has not.
 *
 * @param views those that may stand beside a scene's words
 */
export function viewFaults(view: string, record: StanceRecord, views: readonly KnownView[]): string[] {
  const faults: string[] = [];
  if (view.trim() === '') return ['The scene has no view: capture one.'];
  const body = view.replace(/^#/, '').replace(/^[^?]*\?/, '');
  const params = new URLSearchParams(body);
  for (const [name, value] of params) {
    if (name.startsWith('x-')) continue;
    const pair = `${name}=${encodeURIComponent(value)}`;
    const dates = name === 'from' || name === 'to' || name === 'at';
    const changes = [START, OTHER].some((base) => JSON.stringify(decodeView(pair, base)) !== JSON.stringify(base));
    if (!changes && !(dates && !Number.isNaN(dayOf(value)))) faults.push(`The view does not understand “${name}=${value}”.`);
  }
  if (!params.has('from') || !params.has('to') || !params.has('at'))
    faults.push('The view names no window: it needs from, to and at.');
  const plate = params.get('x-plate');
  if (plate !== null && !views.some(({ name }) => name === plate)) faults.push(`There is no view called “${plate}”.`);
  const state = decodeView(body, START);
  const ids: [readonly string[], (id: string) => boolean, string][] = [
    [actorsOf(state), (id) => record.actorIndex.has(id), 'actor'],
    [state.item === '' ? [] : [state.item], (id) => record.evidenceIndex.has(id) || tieOfId(record, id) >= 0, 'row'],
    [[...(state.place === '' ? [] : [state.place]), ...state.places], (id) => record.placeIndex.has(id), 'place'],
    [state.without === '' ? [] : [state.without], (id) => record.sourceIndex.has(id), 'source'],
    [state.coder === '' ? [] : [state.coder], (id) => record.coders.includes(id), 'coder'],
    [state.topics, (id) => record.topics.includes(id), 'topic'],
  ];
  for (const [used, has, what] of ids) {
    for (const id of new Set(used)) if (!has(id)) faults.push(`The view names ${what} “${id}”, which is not in the record.`);
  }
  return faults;
}
