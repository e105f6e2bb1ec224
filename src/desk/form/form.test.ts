import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL, sliceRecord } from '../../analysis/slice';
import { readArticle } from '../../article/readArticle';
import type { TableName } from '../../record/record';
import { shipped } from '../../testing/shippedDataset';
import { dayOf } from '../../words/calendar';
import { claimFault, claimRows, newClaim } from './claimRows';
import { bookmarklet, isFrom, ofOutlet, pageAt, prefillOf, withArticle, withSaying, withSelection } from './fillForm';
import { comparableRows, COMPARED, foreseen } from './foreseen';
import { checkForm, likelyDuplicates, standsIn } from './formChecks';
import { asForm, dateFields, dateText, isBlank, isRowBlank, newForm, nextRow, type FormDraft } from './formDraft';
import { holderIn, statementRows, tallyOf } from './statementRows';

const record = shipped('eastern-flank');
const TODAY = dayOf('2026-01-26');
/** Ids as the record writes them, so that a row can be read off the test. */
const ids = (table: TableName, parts: readonly string[]) =>
  parts
    .map((part) => (table === 'stances' ? part : part.toLowerCase().replace(/[^a-z0-9]+/g, '-')))
    .join(table === 'stances' ? '--' : '-');

const TEXT = 'On 21 January 2026 Ryzhenkov said: “we hope that Poland will open the gate for trade”.';
const article = readArticle(record, TEXT, TODAY);
const whole: FormDraft = {
  ...newForm('f', 0),
  article: TEXT,
  page: {
    ...newForm('f', 0).page,
    address: 'https://paper.example/2026/01/26/a',
    outlet: 'The Paper',
    published: '2026-01-26',
    kind: 'independent-media',
    language: 'en',
  },
  quote: 'we hope that Poland will open the gate for trade',
  title: 'Ryzhenkov hopes that Poland opens the gate',
  summary: 'He hoped for trade.',
  speaker: 'maksim-ryzhenkov',
  behalf: 'belarus',
  day: '2026-01-21',
  place: 'minsk',
  topics: ['trade', 'border'],
  targets: [{ actor: 'poland', score: 1, reason: 'Hopes for trade.' }],
  coder: 'marta',
  coderName: 'Marta',
};
const checks = (change: Partial<FormDraft>, only: 'error' | 'warning' | 'pass' = 'error') => {
  const draft = { ...whole, ...change };
  return checkForm(record, draft, statementRows(record, draft, ids))
    .filter(({ severity }) => severity === only)
    .map(({ field, message }) => `${field}: ${message}`);
};

describe('what an address and a quotation fill in', () => {
  test('a known address is its page, a known host its outlet, with all that earlier rows say', () => {
    const known = record.sources.find(({ url, mirror, published }) => url !== '' && !mirror && published !== null);
    expect(pageAt(record, known?.url ?? '')).toMatchObject({ outlet: known?.outlet, published: known?.published?.text });
    expect(pageAt(record, 'https://tass.com/world/2026/02/03/9999')).toMatchObject({
      outlet: 'TASS',
      kind: 'state-media',
      side: 'russia-state',
      published: '2026-02-03',
    });
    expect(pageAt(record, 'https://nobody.example/x')).toMatchObject({ outlet: '', kind: 'unspecified' });
    expect(ofOutlet(record, 'Nobody’s Paper', whole.page).outlet).toBe('Nobody’s Paper');
    // What the text itself says of its language holds over what its outlet mostly writes.
    expect(ofOutlet(record, 'tass', { ...whole.page, language: 'pl' })).toMatchObject({ outlet: 'TASS', language: 'pl' });
  });

  test('an article has the language of its letters, and the date over it where its page has none', () => {
    const empty = newForm('f', 0);
    const read = (text: string) => withArticle(empty, readArticle(record, text, TODAY)).page;
    expect(read('Новости, 5 ноября 2025 года\nМинистр сказал, что граница будет закрыта.')).toMatchObject({
      language: 'ru',
      published: '2025-11-05',
    });
    // What a sentence tells of is no date of the page.
    expect(read('On 5 November 2025 the minister answered questions.').published).toBe('');
    expect(read('The minister answered questions\non the way that he went\nat noon\nto work\n5 November 2025').published).toBe(
      '',
    );
    expect(withArticle(whole, article).page.published).toBe('2026-01-26');
  });

  test('the date in an address holds over one that was read before', () => {
    expect(pageAt(record, 'https://nobody.example/2026/02/03/x', { ...whole.page, published: '2025-01-01' }).published).toBe(
      '2026-02-03',
    );
    expect(pageAt(record, 'https://nobody.example/x', { ...whole.page, published: '2025-01-01' }).published).toBe('2025-01-01');
  });

  test('a quotation fills words, speaker, on whose behalf, date and targets, and no score', () => {
    const [saying] = article.sayings;
    if (saying === undefined) throw new Error('there is a quotation');
    expect(withSaying(record, { ...newForm('f', 0), page: whole.page }, TEXT, saying)).toMatchObject({
      quote: 'we hope that Poland will open the gate for trade',
      translated: false,
      speaker: 'maksim-ryzhenkov',
      behalf: 'belarus',
      precision: 'day',
      day: '2026-01-21',
      targets: [{ actor: 'poland', score: null, reason: '' }],
    });
  });

  test('words in another language are the original of a translation that is still to be written', () => {
    const text = 'Рыженков заявил: «мы ждём, что Польша откроет границу».';
    const read = readArticle(record, text, TODAY);
    const [saying] = read.sayings;
    if (saying === undefined) throw new Error('there is a quotation');
    const draft = withSaying(
      record,
      withArticle({ ...newForm('f', 0), page: { ...whole.page, language: '' } }, read),
      text,
      saying,
    );
    expect(draft).toMatchObject({
      quote: '',
      translated: true,
      original: 'мы ждём, что Польша откроет границу',
      originalLanguage: 'ru',
      // Nothing tells the day: the page's own.
      day: '2026-01-26',
    });
  });

  test('selected words are taken with the speaker of the quotation around them', () => {
    const start = TEXT.indexOf('Poland will');
    const draft = withSelection(record, newForm('f', 0), article, start, start + 'Poland will open the gate'.length);
    expect(draft).toMatchObject({ quote: 'Poland will open the gate', speaker: 'maksim-ryzhenkov', day: '2026-01-21' });
  });

  test('what a link hands over is an address, a title and text; what is no address is text', () => {
    expect(prefillOf('https://a.example/x\nA title\nline\n\nline')).toEqual({
      address: 'https://a.example/x',
      title: 'A title',
      text: 'line\n\nline',
    });
    expect(prefillOf('Just words\nof a page')).toEqual({ address: '', title: '', text: 'Just words\nof a page' });
    expect(prefillOf('')).toEqual({ address: '', title: '', text: '' });
  });

  test('a page that is handed over once more is the draft that was begun from it', () => {
    const draft = { page: { ...whole.page, address: 'https://a.example/x' }, article: 'words' };
    const from = (address: string, text: string) => isFrom(draft, { address, title: '', text });
    expect([from('https://a.example/x', ''), from('https://a.example/x', 'words')]).toEqual([true, true]);
    expect([from('https://a.example/x', 'others'), from('https://a.example/y', ''), from('', '')]).toEqual([false, false, false]);
    expect(isFrom({ page: { ...whole.page, address: '' }, article: '' }, { address: '', title: '', text: '' })).toBe(false);
  });

  test('the bookmark hands over the page that is read, its title and its selection', () => {
    const opened: string[] = [];
    const link = bookmarklet('https://stanceline.example/', 'eastern-flank');
    expect(link.startsWith('javascript:')).toBe(true);
    const run = new Function(
      'open',
      'location',
      'document',
      'getSelection',
      decodeURIComponent(link.slice('javascript:'.length)),
    );
    run(
      (url: string) => opened.push(url),
      { href: 'https://a.example/x?y=1&z' },
      { title: 'A “title”' },
      () => 'words & more',
    );
    const [url = ''] = opened;
    expect(url.startsWith('https://stanceline.example/#/desk?data=eastern-flank&add=')).toBe(true);
    expect(prefillOf(new URLSearchParams(url.split('?').slice(1).join('?')).get('add') ?? '')).toEqual({
      address: 'https://a.example/x?y=1&z',
      title: 'A “title”',
      text: 'words & more',
    });
  });
});

describe('the rows that a draft becomes', () => {
  const made = statementRows(record, whole, ids);
  const cells = (table: TableName) => made.rows.filter((row) => row.table === table).map((row) => row.cells);

  test('one statement, its page, a stance and a coding, and the coder where he is new', () => {
    expect(tallyOf(made)).toEqual([
      { table: 'sources', n: 1 },
      { table: 'statements', n: 1 },
      { table: 'stances', n: 1 },
      { table: 'coders', n: 1 },
      { table: 'codings', n: 1 },
    ]);
    const id = '2026-01-21-ryzhenkov-hopes-that-poland-opens-the-gate';
    expect(made.id).toBe(id);
    expect(cells('sources')).toEqual([
      {
        id: 'the-paper-2026-01-26',
        url: 'https://paper.example/2026/01/26/a',
        outlet: 'The Paper',
        published: '2026-01-26',
        language: 'en',
        kind: 'independent-media',
        mirror: 'false',
      },
    ]);
    expect(cells('statements')).toEqual([
      {
        id,
        title: whole.title,
        date: '2026-01-21',
        speaker: 'maksim-ryzhenkov',
        on_behalf_of: 'belarus',
        targets: 'poland',
        quote: whole.quote,
        quote_translated: 'false',
        summary: 'He hoped for trade.',
        place: 'minsk',
        topics: 'trade;border',
        sources: 'the-paper-2026-01-26',
        confidence: 'high',
      },
    ]);
    const stance = `${id}--belarus--poland`;
    expect(cells('stances')).toEqual([
      {
        id: stance,
        evidence: id,
        holder: 'belarus',
        target: 'poland',
        score: '1',
        basis: 'statement',
        rationale: 'Hopes for trade.',
      },
    ]);
    expect(cells('coders')).toEqual([{ id: 'marta', name: 'Marta', kind: 'person', instructions: 'the codebook' }]);
    expect(cells('codings')).toEqual([{ stance, coder: 'marta', score: '1', reason: 'Hopes for trade.' }]);
  });

  test('a page and a coder that the record has are not added again', () => {
    const [known] = record.sources;
    const again = statementRows(record, { ...whole, coder: 'a', page: { ...whole.page, address: known?.url ?? '' } }, ids);
    expect(again.source).toBe(known?.id);
    expect(again.rows.map(({ table }) => table)).toEqual(['statements', 'stances', 'codings']);
  });

  test('actors and places made here come first, and only those that are used', () => {
    const draft = {
      ...whole,
      speaker: 'anna-nowa',
      behalf: '',
      place: 'nowe',
      actors: [
        { id: 'anna-nowa', name: 'Anna Nowa', kind: 'person' as const, speaksFor: 'poland', country: 'POL' },
        { id: 'unused', name: 'Unused', kind: 'person' as const, speaksFor: '', country: '' },
      ],
      places: [{ id: 'nowe', name: 'Nowe', kind: 'city' as const, country: 'POL', lat: '53.6', lon: '18.7' }],
    };
    const { rows } = statementRows(record, draft, ids);
    expect(rows.slice(0, 2)).toEqual([
      {
        kind: 'add',
        table: 'actors',
        cells: { id: 'anna-nowa', name: 'Anna Nowa', kind: 'person', speaks_for: 'poland', country: 'POL' },
      },
      {
        kind: 'add',
        table: 'places',
        cells: { id: 'nowe', name: 'Nowe', country: 'POL', kind: 'city', lat: '53.6', lon: '18.7' },
      },
    ]);
    expect(holderIn(draft)).toBe('anna-nowa');
  });

  test('translated words stand beside their original, its language and origin; others have none', () => {
    const { rows } = statementRows(record, { ...whole, translated: true, original: 'мы ждём', originalLanguage: 'ru' }, ids);
    expect(rows.find(({ table }) => table === 'statements')?.cells).toMatchObject({
      quote_translated: 'true',
      quote_original: 'мы ждём',
      quote_language: 'ru',
      quote_origin: 'own',
    });
    const given = { ...whole, translated: true, original: 'мы ждём', originalLanguage: 'ru', reported: true };
    expect(statementRows(record, given, ids).rows.find(({ table }) => table === 'statements')?.cells['quote_origin']).toBe(
      'reported',
    );
  });

  test('an account names who gives it, and nothing else does', () => {
    const { rows } = statementRows(record, { ...whole, basis: 'attribution', attributedBy: 'andrew-korybko' }, ids);
    expect(rows.find(({ table }) => table === 'stances')?.cells).toMatchObject({
      basis: 'attribution',
      attributed_by: 'andrew-korybko',
    });
    const own = statementRows(record, { ...whole, attributedBy: 'andrew-korybko' }, ids);
    expect(own.rows.find(({ table }) => table === 'stances')?.cells['attributed_by']).toBeUndefined();
  });
});

describe('what the checks say', () => {
  test('a whole draft has no fault, and what was looked at is said', () => {
    expect(checks({})).toEqual([]);
    expect(checks({}, 'warning')).toEqual([]);
    expect(checks({}, 'pass')).toEqual([
      'quote: The quote stands in the text, word for word.',
      'quote: 10 words, within the rule of 35.',
      'speaker: Speaker, targets, place and topics are in the record, or made here.',
      'date: The day is not after the page’s own date.',
      'targets: Every stance has a score and a reason.',
    ]);
  });

  test.each<[string, Partial<FormDraft>, RegExp]>([
    ['no page', { page: { ...whole.page, address: '', outlet: '' } }, /^page: No page, no row/],
    ['no outlet', { page: { ...whole.page, outlet: '' } }, /^page: Say who published/],
    ['no address of the web', { page: { ...whole.page, address: 'paper.example/a' } }, /^page: The address is no full address/],
    ['a quote that is not in the text', { quote: 'we fear that Poland will open the gate' }, /^quote: The quote does not stand/],
    ['too many words', { article: '', quote: 'word '.repeat(51) }, /^quote: The quote has 51 words; the most is 50/],
    ['no title', { title: ' ' }, /^title: Give it a title/],
    ['no speaker', { speaker: '' }, /^speaker: Say who said it/],
    ['an unknown speaker', { speaker: 'nobody' }, /^speaker: “nobody” is not in the record/],
    ['an unknown target', { targets: [{ actor: 'nobody', score: 1, reason: 'x' }] }, /^targets: “nobody”/],
    ['an unknown place', { place: 'nowhere' }, /^place: “nowhere”/],
    ['no date', { day: '' }, /^date: Say when/],
    ['a day that no calendar has', { day: '2026-02-30' }, /^date: Say when/],
    ['said after the page', { day: '2026-01-27' }, /^date: It was said after the page came out/],
    ['no score', { targets: [{ actor: 'poland', score: null, reason: '' }] }, /^targets: 1 target has no score/],
    ['no reason', { targets: [{ actor: 'poland', score: 0, reason: ' ' }] }, /^targets: 1 score has no reason/],
    ['nobody’s account', { basis: 'attribution' }, /^targets: Say whose account/],
    ['no coder', { coder: '' }, /^coder: Say who scores/],
  ])('%s is an error', (_, change, message) => {
    const found = checks(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test.each<[string, Partial<FormDraft>, RegExp]>([
    ['many words', { article: '', quote: 'word '.repeat(36) }, /^quote: The quote has 36 words, more than the rule/],
    ['a translation alone', { translated: true }, /^quote: The words are translated/],
    ['neither quote nor summary', { quote: '', summary: '' }, /^summary: There is neither/],
    ['a kind not said', { page: { ...whole.page, kind: 'unspecified' } }, /^page: Say what kind/],
    ['a new topic', { topics: ['brand-new'] }, /^topics: brand new is a new topic/],
    ['nobody it is said of', { targets: [] }, /^targets: Nobody is named/],
    ['an opinion page', { page: { ...whole.page, kind: 'opinion' } }, /^notes: One opinion page alone/],
    ['a mirror', { page: { ...whole.page, mirror: true } }, /^notes: A mirror alone/],
    [
      'words that a row has',
      { article: '', quote: 'I most of all expect that cooperation will be restored most quickly with Poland' },
      /^quote: The record has these words already/,
    ],
  ])('%s is a warning', (_, change, message) => {
    expect(checks(change)).toEqual([]);
    expect(checks(change, 'warning').filter((found) => message.test(found))).toHaveLength(1);
  });

  test('a weak page is said in the note by one press, and the confidence goes down', () => {
    const draft = { ...whole, notes: 'A note.', page: { ...whole.page, kind: 'opinion' as const } };
    const mend = checkForm(record, draft, statementRows(record, draft, ids)).find((check) => check.mend)?.mend;
    expect(mend?.change).toEqual({ notes: 'A note. Rests on one opinion page.', confidence: 'medium' });
    const after = { ...draft, ...mend?.change };
    expect(checkForm(record, after, statementRows(record, after, ids)).some((check) => check.mend)).toBe(false);
  });

  test('the checker’s own rules are held against the new rows', () => {
    const draft = { ...whole, summary: '#REF!' };
    const found = checkForm(record, draft, statementRows(record, draft, ids)).filter(({ severity }) => severity !== 'pass');
    expect(found.map(({ field }) => field)).toContain('summary');
  });

  test('a quote may be cut by ellipses, whatever marks and spaces the page has', () => {
    const text = 'He said: «We  will talk, and we will\nnot kneel».';
    expect(standsIn('“We will talk … not kneel”', text)).toBe(true);
    expect(standsIn('not kneel … We will talk', text)).toBe(false);
    expect(standsIn('We will kneel', text)).toBe(false);
  });

  test('likely duplicates leave out those that the reader told apart', () => {
    const [first] = likelyDuplicates(record, whole);
    const id = record.evidence.id[first?.e ?? -1] ?? '';
    expect(id).not.toBe('');
    expect(likelyDuplicates(record, { ...whole, others: [id] }).map(({ e }) => e)).not.toContain(first?.e);
  });
});

describe('what it will do', () => {
  const slice = sliceRecord(record, { ...ALL, basis: 'own' });
  const window = { from: dayOf('2025-11-11'), to: dayOf('2026-01-26') };

  test('the mean of each pair in the window, now and then, by hand', () => {
    const [poland] = foreseen(slice, 'belarus', [{ actor: 'poland', score: 2 }], dayOf('2026-01-21'), window);
    const pair =
      slice.pairs.index.get(
        (record.actorIndex.get('belarus') ?? 0) * record.actors.length + (record.actorIndex.get('poland') ?? 0),
      ) ?? 0;
    const scores = [...slice.pairs.item.slice(slice.pairs.start[pair], slice.pairs.start[pair + 1])]
      .filter((k) => (slice.day[k] ?? 0) >= window.from && (slice.day[k] ?? 0) <= window.to)
      .map((k) => slice.score[k] ?? 0);
    const sum = scores.reduce((a, b) => a + b, 0);
    expect(scores.length).toBeGreaterThan(3);
    expect(poland).toEqual({
      target: 'poland',
      now: sum / scores.length,
      then: (sum + 2) / (scores.length + 1),
      rows: scores.length + 1,
    });
  });

  test('a first row of a pair has no mean before it; a row outside the window moves nothing; no score, no mean', () => {
    expect(foreseen(slice, 'iceland', [{ actor: 'venezuela', score: -1 }], null, window)).toEqual([
      { target: 'venezuela', now: null, then: -1, rows: 1 },
    ]);
    expect(foreseen(slice, 'belarus', [{ actor: 'poland', score: 2 }], dayOf('2024-01-01'), window)).toEqual([]);
    expect(foreseen(slice, 'belarus', [{ actor: 'poland', score: null }], null, window)).toEqual([]);
  });

  test('three rows stand beside a score: of the pair first, with that score, the nearest first, each of another statement', () => {
    const rows = comparableRows(record, 'belarus', 'poland', 1, dayOf('2026-01-21'));
    expect(rows).toHaveLength(COMPARED);
    const { stances } = record;
    for (const i of rows) {
      expect(stances.score[i]).toBe(1);
      expect(record.actors[stances.holder[i] ?? -1]?.id).toBe('belarus');
      expect(record.actors[stances.target[i] ?? -1]?.id).toBe('poland');
    }
    const far = rows.map((i) => Math.abs((stances.day[i] ?? 0) - dayOf('2026-01-21')));
    expect(far).toEqual([...far].sort((a, b) => a - b));
    expect(new Set(rows.map((i) => stances.evidence[i])).size).toBe(COMPARED);
    // A pair without rows is compared with others on the same target.
    const others = comparableRows(record, 'iceland', 'poland', -2, null);
    for (const i of others) expect(record.actors[stances.target[i] ?? -1]?.id).toBe('poland');
    expect(comparableRows(record, 'iceland', 'venezuela', null, null)).toEqual([]);
  });
});

describe('claims of an article', () => {
  const claim = {
    ...newClaim('its own words', ['belarus', 'poland']),
    claim: 'Minsk turned.',
    evidence: { x: 'for', y: 'against', z: 'neither' } as const,
  };

  test('a claim stands last of its article’s, with its evidence sorted', () => {
    const known = record.sources.find(({ id }) => id === 'voice-of-east-2026-01-26');
    const draft = { ...whole, page: { ...whole.page, address: known?.url ?? '' } };
    const before = record.claims.filter(({ source }) => record.sources[source]?.id === known?.id).length;
    const [row, ...more] = claimRows(record, draft, claim, ids);
    expect(more).toEqual([]);
    expect(row?.cells).toEqual({
      id: 'minsk-turned-',
      source: 'voice-of-east-2026-01-26',
      order: String(before + 1),
      claim: 'Minsk turned.',
      quote: 'its own words',
      actors: 'belarus;poland',
      verdict: 'unverified',
      evidence: 'x;y;z',
      evidence_for: 'x',
      evidence_against: 'y',
    });
    expect(claimRows(record, draft, claim, ids, 2)[0]?.cells['order']).toBe(String(before + 3));
  });

  test('a new article brings its page and starts at one', () => {
    const rows = claimRows(record, whole, claim, ids);
    expect(rows.map(({ table }) => table)).toEqual(['sources', 'claims']);
    expect(rows[1]?.cells).toMatchObject({ source: 'the-paper-2026-01-26', order: '1' });
  });

  test('what is missing is said', () => {
    expect(claimFault({ ...claim, claim: ' ' }, whole)).toMatch(/one neutral sentence/);
    expect(claimFault(claim, newForm('f', 0))).toMatch(/whose page/);
    expect(claimFault(claim, whole)).toBe('');
  });
});

describe('the draft itself', () => {
  test('dates are written as precisely as they are known, and read back', () => {
    expect(dateText({ precision: 'day', day: '2026-01-21', until: '' })).toBe('2026-01-21');
    expect(dateText({ precision: 'month', day: '2026-01-21', until: '' })).toBe('2026-01');
    expect(dateText({ precision: 'about', day: '2026-01-21', until: '' })).toBe('2026-01~');
    expect(dateText({ precision: 'between', day: '2026-01-20', until: '2026-01-22' })).toBe('2026-01-20/2026-01-22');
    expect(dateText({ precision: 'between', day: '2026-01-20', until: '' })).toBe('2026-01-20');
    expect(dateText({ precision: 'day', day: '2026-01', until: '' })).toBe('');
    for (const text of ['2026-01-21', '2026-01', '2026-01~', '2026-01-20/2026-01-22'])
      expect(dateText(dateFields(text))).toBe(text);
  });

  test('the next row of an article keeps article, page and coder', () => {
    const next = nextRow(whole);
    expect([next.article, next.page, next.coder, next.coderName]).toEqual([whole.article, whole.page, 'marta', 'Marta']);
    expect(isRowBlank(next)).toBe(true);
    expect(isRowBlank(whole)).toBe(false);
    expect([isBlank(next), isBlank(newForm('f', 0)), isBlank({ ...newForm('f', 0), title: 'x' })]).toEqual([false, true, false]);
  });

  test('what is kept comes back as it was, and damage costs the damaged field alone', () => {
    expect(asForm(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(
      asForm({
        ...whole,
        confidence: 'sure',
        precision: 7,
        topics: 'x',
        page: null,
        targets: [{ actor: 'poland', score: 9 }, 3],
      }),
    ).toEqual({
      ...whole,
      confidence: 'high',
      precision: 'day',
      topics: [],
      page: newForm('f', 0).page,
      targets: [{ actor: 'poland', score: null, reason: '' }],
    });
    expect([asForm(null), asForm([]), asForm({ id: '' }), asForm('x')]).toEqual([null, null, null, null]);
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        const form = asForm({ id: 'f', page: kept, targets: kept, actors: kept, places: kept, title: kept, topics: kept });
        expect(asForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
      }),
    );
  });
});
