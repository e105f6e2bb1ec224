import { dateInAddress, languageOf, outletAt, outletFacts, sourceAt } from '../../article/knownSource';
import { holderOf, type Article, type Saying } from '../../article/readArticle';
import type { StanceRecord } from '../../record/record';
import { isWebAddress } from '../../record/values';
import { paragraphsIn, wordCount } from '../../article/text';
import { EMPTY_PAGE, dateFields, type FormDraft, type PageDraft } from './formDraft';

/** What fills fields of the form by itself: an address, an outlet, a quotation that was chosen. Whoever enters the row can change all of it. */

/** What was handed to the form by a link or a bookmark. */
export interface Prefill {
  address: string;
  title: string;
  text: string;
}

/**
 * What stands behind `add=` in a link, its parts on lines of their own: the address, the title of the page, and text that was selected on
 * it. What is no address in the first line is text.
 */
export function prefillOf(add: string): Prefill {
  const [first = '', title = '', ...rest] = add.split('\n');
  if (!isWebAddress(first.trim())) return { address: '', title: '', text: add.trim() };
  return { address: first.trim(), title: title.trim(), text: rest.join('\n').trim() };
}

/** Whether a draft was begun from what a link hands over: the same page, and its text where there is any. */
export function isFrom({ page, article }: Pick<FormDraft, 'page' | 'article'>, { address, text }: Prefill): boolean {
  return page.address === address && (text === '' ? address !== '' : article === text);
}

/** Text that a bookmark takes along at most: an address is cut where a server or a browser finds it too long. */
const MOST_TEXT = 6000;

/**
 * The bookmark that opens the form with the page that is being read, its title and what is selected on it: an address of `javascript:`,
 * run by the reader on a page of another site and never on this one.
 *
 * @param here address of this page without its fragment
 * @param data name of the record
 */
export function bookmarklet(here: string, data: string): string {
  const open = `${here}#/desk?data=${data}&add=`;
  const code = `open(${JSON.stringify(open)}+encodeURIComponent([location.href,document.title,String(getSelection()).slice(0,${MOST_TEXT})].join("\\n")))`;
  return `javascript:void(${encodeURIComponent(code)})`;
}

/** The page at an address, filled from the record: the page itself where it is known, else what is known of its outlet. */
export function pageAt(record: StanceRecord, address: string, before: PageDraft = EMPTY_PAGE): PageDraft {
  const known = record.sources[sourceAt(record, address)];
  if (known !== undefined) {
    const { title, outlet, author, published, language, kind, country, side, owner, mirror } = known;
    return { address, title, outlet, author, published: published?.text ?? '', language, kind, country, side, owner, mirror };
  }
  const page = { ...before, address, published: dateInAddress(address) || before.published };
  const outlet = outletAt(record, address);
  return outlet === '' ? page : ofOutlet(record, outlet, page);
}

/** A page of an outlet: kind, language, country, side and owner as earlier rows of the outlet have them. */
export function ofOutlet(record: StanceRecord, outlet: string, page: PageDraft): PageDraft {
  const facts = outletFacts(record, outlet);
  if (facts === null) return { ...page, outlet };
  const { kind, language, country, side, owner } = facts;
  return { ...page, outlet: facts.outlet, kind, language: page.language || language, country, side, owner };
}

/** Words of a line that is no sentence: `Minsk, 5 November 2025`. */
const HEADING_WORDS = 12;

/** The date that stands over an article: in one of its first lines that is no sentence; empty for none. A date within the text tells what was done, not when it came out. */
function dateline({ text, dates }: Article): string {
  for (const line of paragraphsIn(text).slice(0, 4)) {
    const words = text.slice(line.start, line.end);
    if (/[.!?…]["”»]?$/.test(words) || wordCount(words) > HEADING_WORDS) continue;
    const date = dates.find((one) => one.how === 'written' && one.start >= line.start && one.end <= line.end);
    if (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.edtf)) return date.edtf;
  }
  return '';
}

/** The draft with an article pasted: its language from its letters, its date from the line over it where the page has none. */
export function withArticle(draft: FormDraft, article: Article): FormDraft {
  const { page } = draft;
  return {
    ...draft,
    article: article.text,
    page: { ...page, language: languageOf(article.text) || page.language, published: page.published || dateline(article) },
  };
}

/** The record's language for its own words: a quote in another is a translation's original. */
const OURS = 'en';

/**
 * The draft with what somebody said taken into its row: the words (the original, where they are not English), speaker, on whose behalf,
 * date, and a target for each actor that the words themselves name. Scores are nobody's to propose.
 */
export function withSaying(record: StanceRecord, draft: FormDraft, text: string, saying: Saying): FormDraft {
  const words = text.slice(saying.words.start, saying.words.end).replace(/\s+/g, ' ').trim();
  const id = (actor: number | undefined): string => record.actors[actor ?? -1]?.id ?? '';
  const speaker = saying.speakers[0]?.actor;
  const holder = speaker === undefined ? -1 : holderOf(record, speaker);
  const within = saying.targets.filter(({ how }) => how === 'within').map(({ actor }) => actor);
  const targets = (within.length > 0 ? within : saying.targets.slice(0, 1).map(({ actor }) => actor)).filter(
    (actor) => actor !== holder,
  );
  const quoted = saying.kind === 'quotation';
  const foreign = quoted && (draft.page.language || languageOf(text) || OURS) !== OURS;
  return {
    ...draft,
    quote: quoted && !foreign ? words : '',
    translated: foreign,
    original: foreign ? words : '',
    originalLanguage: foreign ? draft.page.language || languageOf(text) : '',
    speaker: id(speaker),
    behalf: holder >= 0 && holder !== speaker ? id(holder) : id(speaker),
    ...(saying.date !== null
      ? dateFields(saying.date.edtf)
      : draft.page.published !== ''
        ? dateFields(draft.page.published)
        : {}),
    targets: targets.map((actor) => ({ actor: id(actor), score: null, reason: '' })),
  };
}

/** The draft with words that the reader selected; the saying around them, where there is one, tells the rest. */
export function withSelection(record: StanceRecord, draft: FormDraft, article: Article, start: number, end: number): FormDraft {
  const around = article.sayings.find((saying) => saying.sentence.start <= start && saying.sentence.end >= end);
  const sentence = article.sentences.find((one) => one.start <= start && one.end >= end) ?? { start, end };
  const saying: Saying = {
    start,
    end,
    kind: 'quotation',
    words: { start, end },
    sentence,
    speakers: around?.speakers ?? [],
    targets: around?.targets ?? [],
    date: around?.date ?? null,
  };
  return withSaying(record, draft, article.text, saying);
}
