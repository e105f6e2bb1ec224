import { fold } from '../record/fold';
import type { Word } from './text';

/**
 * Words by which a text says that somebody says something, in the languages of the pages that records are mostly made from. Each is the
 * beginning of a word's forms, folded (`fold`: small letters without marks), so that tense and gender need no list of their own.
 */
const SPEECH: readonly string[] = [
  // English
  ...[
    'said',
    'says',
    'saying',
    'told',
    'tells',
    'called',
    'calls',
    'warned',
    'warns',
    'accus',
    'stress',
    'noted',
    'notes',
    'added',
  ],
  ...['denied', 'denies', 'reject', 'announc', 'declar', 'urged', 'urges', 'demand', 'thank', 'prais', 'condemn', 'criticis'],
  ...['criticiz', 'argued', 'argues', 'insist', 'claimed', 'claims', 'describ', 'wrote', 'writes', 'replied', 'stated', 'states'],
  ...[
    'hoped',
    'hopes',
    'promis',
    'threaten',
    'vowed',
    'expects',
    'expected',
    'believes',
    'pledg',
    'reiterat',
    'emphasi',
    'remark',
  ],
  // Russian
  ...[
    'сказа',
    'заяв',
    'отмет',
    'отмеч',
    'подчерк',
    'добав',
    'назва',
    'предупре',
    'обвин',
    'сообщ',
    'написа',
    'ответи',
    'потребова',
  ],
  ...['призва', 'призыва', 'пообеща', 'счита', 'поблагодар', 'раскритик', 'опроверг', 'говори', 'рассказа', 'пригроз', 'осуди'],
  // Belarusian
  ...['заяви', 'адзначы', 'падкрэслі', 'дадау', 'дадала', 'папярэдзі', 'абвінаваці', 'паведамі', 'напіса', 'адказа', 'закліка'],
  ...['лічыць', 'падзякава', 'раскрытык', 'гаворы', 'асудзі'],
  // Ukrainian
  ...[
    'зазначи',
    'підкресли',
    'додав',
    'додала',
    'попереди',
    'звинувати',
    'повідоми',
    'відпові',
    'закликав',
    'закликала',
    'вважа',
  ],
  ...['подякува', 'розкритику', 'спростува', 'говорит', 'розпові', 'засуди', 'наголоси'],
  // Polish
  ...['powiedzia', 'oswiadcz', 'stwierdz', 'podkresl', 'dodal', 'dodaje', 'nazwal', 'ostrzeg', 'oskarz', 'zapowiedzia', 'napisa'],
  ...[
    'odpowiedzia',
    'wezwal',
    'uwaza',
    'podziekowa',
    'zaznacz',
    'ocenil',
    'mowi',
    'przekaza',
    'skrytykowa',
    'zaprzecz',
    'potepi',
  ],
  // Lithuanian
  ...[
    'sake',
    'sako',
    'teig',
    'pareisk',
    'pabrez',
    'pridur',
    'pavadin',
    'perspej',
    'apkaltin',
    'pranes',
    'rase',
    'atsake',
    'paragin',
  ],
  ...['padekoj', 'pasmerke'],
  // German
  ...['sagte', 'sagt', 'erklarte', 'betonte', 'warnte', 'nannte', 'kritisiert'],
];

/** Words that name whose words follow: `according to`, `по словам`, `zdaniem`, `anot`. */
const ACCORDING: readonly string[] = [
  'according',
  'словам',
  'словах',
  'мнению',
  'паводле',
  'думку',
  'zdaniem',
  'wedlug',
  'slow',
  'anot',
  'pasak',
  'laut',
];

/** Beginnings that are words of another kind: `notes` of a bank, `states` of a union, in their own letters. */
const NOT_SPEECH = /^(thanks|stressful|statesm|demanding|promising|called-up)/;

const verbs = new Map<string, readonly string[]>();
for (const stem of SPEECH) {
  const key = stem.slice(0, 3);
  verbs.set(key, [...(verbs.get(key) ?? []), stem]);
}

/** Whether a word says whose words follow, so that the name behind it stands in a case of its own: `по словам Сикорского`. */
export function isAccording(word: Pick<Word, 'text'>): boolean {
  return ACCORDING.includes(fold(word.text));
}

/** Whether a word says that somebody speaks. `United States` is no such word: what is written with a capital within a sentence is a name. */
export function isSpeech(word: Pick<Word, 'text'>): boolean {
  if (/^\p{Lu}/u.test(word.text) && /^(states|notes)$/i.test(word.text)) return false;
  const folded = fold(word.text);
  if (NOT_SPEECH.test(folded)) return false;
  if (isAccording(word)) return true;
  return (verbs.get(folded.slice(0, 3)) ?? []).some((stem) => folded.startsWith(stem));
}

const PRONOUNS = new Set(
  [
    'he',
    'she',
    'they',
    'он',
    'она',
    'они',
    'ён',
    'яна',
    'яны',
    'він',
    'вона',
    'вони',
    'on',
    'ona',
    'oni',
    'jis',
    'ji',
    'jie',
    'er',
    'sie',
  ].map(fold),
);

/**
 * Whether a word stands for somebody named before: `he`, `она`, `jis`. `on` is one in a Polish text only, and never within an English one,
 * where it is the commonest of prepositions: it is left out.
 */
export function isPronoun(word: Pick<Word, 'text'>): boolean {
  const folded = fold(word.text);
  return folded !== 'on' && PRONOUNS.has(folded);
}
