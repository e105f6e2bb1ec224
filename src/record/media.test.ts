import { describe, expect, it } from 'vitest';
import { readTable } from './reading/csv';
import { readRecord } from './reading/read';
import {
  fileFaults,
  isInside,
  isMediaPath,
  kindOf,
  mediaCells,
  mediaFaults,
  mediaOf,
  MOST_FILE,
  sceneMedia,
  typeOf,
} from './media';

const WHOLE = {
  media: 'border.jpg',
  media_alt: 'A closed gate',
  media_credit: 'A. Maker',
  media_licence: 'CC BY 4.0',
  media_captions: '',
};
const cells =
  (written: Partial<Record<string, string>>) =>
  (column: string): string =>
    ({ ...WHOLE, ...written })[column] ?? '';
const columnsAt = (written: Partial<Record<string, string>>) => mediaFaults(cells(written)).map(({ column }) => column);

describe('a file of media', () => {
  it.each([
    ['a.PNG', 'picture', 'image/png'],
    ['a.svg', 'picture', 'image/svg+xml'],
    ['talk.2025.mp3', 'sound', 'audio/mpeg'],
    ['day/film.webm', 'film', 'video/webm'],
    ['a.vtt', null, 'text/vtt'],
    ['page.html', null, 'application/octet-stream'],
    ['png', null, 'application/octet-stream'],
  ])('%s is known by its ending', (file, kind, type) => {
    expect([kindOf(file), typeOf(file)]).toEqual([kind, type]);
  });

  it.each(['a.png', 'day/a b.png', 'Łódź.jpg', 'a..b.png'])('%s lies in the folder', (file) => expect(isInside(file)).toBe(true));
  it.each([
    '',
    '../a.png',
    'a/../../b.png',
    '/a.png',
    '\\a.png',
    'a\\b.png',
    './a.png',
    'a//b.png',
    'https://x.org/a.png',
    'data:image/png,x',
    'a.png?x',
    'a.png#x',
  ])('“%s” does not', (file) => expect(isInside(file)).toBe(false));

  it('has its place in the record’s folder', () => {
    expect(['media/a.png', 'media/day/a.vtt', 'a.png', 'media/a.html', 'media/../a.png'].map(isMediaPath)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the medium of a scene', () => {
  it('is sound with a file, words, and a licence; captions are WebVTT', () => {
    expect(columnsAt({})).toEqual([]);
    expect(columnsAt({ media: 'a.mp4', media_captions: 'a.vtt', media_credit: '' })).toEqual([]);
    expect(columnsAt({ media_alt: '', media_licence: '' })).toEqual(['media_alt', 'media_licence']);
    expect(columnsAt({ media_captions: 'a.srt' })).toEqual(['media_captions']);
    expect(columnsAt({ media_captions: '../a.vtt' })).toEqual(['media_captions']);
  });

  it.each([
    ['https://example.org/a.png', 'lies at an address'],
    ['//example.org/a.png', 'lies at an address'],
    ['../a.png', 'leads out of the folder'],
    ['notes.docx', 'no picture, sound or film'],
  ])('%s is no such file', (media, words) => {
    expect(mediaFaults(cells({ media }))).toEqual([expect.objectContaining({ column: 'media' })]);
    expect(mediaFaults(cells({ media }))[0]?.message).toContain(words);
    expect(sceneMedia(cells({ media }))).toBeNull();
  });

  it('is none where nothing is named, and words of it are then at fault', () => {
    expect(columnsAt({ media: '' })).toEqual(['media_alt']);
    expect(mediaFaults(() => '')).toEqual([]);
  });

  it('is read from its cells and written to them', () => {
    const media = sceneMedia(cells({ media_captions: 'a.vtt' }));
    expect(media).toEqual({
      file: 'border.jpg',
      alt: 'A closed gate',
      credit: 'A. Maker',
      licence: 'CC BY 4.0',
      captions: 'a.vtt',
    });
    expect(media && mediaCells(media)).toEqual({ ...WHOLE, media_captions: 'a.vtt' });
    expect(sceneMedia(cells({ media_captions: '/etc/a.vtt' }))?.captions).toBe('');
  });
});

describe('the files that scenes name', () => {
  const head = 'story,order,title,text,view,media,media_alt,media_credit,media_licence,media_captions\n';
  const csv = `${head}s,1,One,,from=2025-01-01,a.mp4,A film,,own work,a.vtt\ns,2,Two,,from=2025-01-01,b.png,A gate,,own work,\ns,3,Three,,from=2025-01-01,b.png,A gate,,own work,\n`;
  const { table: scenes } = readTable('scenes', 'scenes.csv', csv);

  it('are faults where they are not there or too large, each once', () => {
    const sizes = new Map([
      ['media/a.mp4', MOST_FILE + 1],
      ['media/a.vtt', 10],
    ]);
    expect(fileFaults({ scenes }, sizes).map(({ line, column, rule, message }) => [line, column, rule, message])).toEqual([
      [2, 'media', 'bad-media', expect.stringMatching(/^media\/a\.mp4 has 3\d/)],
      [3, 'media', 'bad-media', 'There is no media/b.png.'],
    ]);
    sizes.set('media/a.mp4', MOST_FILE);
    sizes.set('media/b.png', 1);
    expect(fileFaults({ scenes }, sizes)).toEqual([]);
    expect(fileFaults({}, sizes)).toEqual([]);
  });

  it('are named once each, with their captions', () => {
    const files = new Map([
      ['actors.csv', 'id,name,kind\na,A,state\n'],
      ['stories.csv', 'id,title,subtitle,author\ns,S,,\n'],
      ['scenes.csv', csv],
    ]);
    const record = readRecord(files, 'told');
    expect(mediaOf(record)).toEqual(['a.mp4', 'a.vtt', 'b.png']);
    expect(record.stories[0]?.scenes[1]?.media?.alt).toBe('A gate');
    expect(record.faults.filter(({ rule }) => rule === 'bad-media')).toEqual([]);
    const bare = readRecord(new Map([...files, ['scenes.csv', csv.replace('A gate', '')]]), 'told');
    expect(
      bare.faults.filter(({ rule }) => rule === 'bad-media').map(({ line, column, severity }) => [line, column, severity]),
    ).toEqual([[3, 'media_alt', 'warning']]);
  });
});
