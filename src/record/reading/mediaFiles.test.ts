import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { madePicture, madeSound } from '../../testing/madeMedia';
import { mediaIn } from './mediaFiles';
import { loadFiles } from './load';

const text = (words: string) => new TextEncoder().encode(words);
const ACTORS = text('id,name,kind\na,A,state\n');
const STORIES = text('id,title,subtitle,author\ns,S,,\n');
const SCENES = text(
  'story,order,title,text,view,media,media_alt,media_licence\ns,1,One,,from=2025-01-01&to=2025-02-01&at=2025-02-01,gate.png,A gate,own work\ns,2,Two,,from=2025-01-01&to=2025-02-01&at=2025-02-01,day/lost.wav,A tone,own work\n',
);
const tables = (folder: string) => ({
  [`${folder}actors.csv`]: ACTORS,
  [`${folder}stories.csv`]: STORIES,
  [`${folder}scenes.csv`]: SCENES,
});

describe('the media of a record', () => {
  const folder = {
    ...tables('told/'),
    'told/media/gate.png': madePicture(),
    'told/media/day/tone.wav': madeSound(),
    'told/media/page.html': text('<script>'),
    'told/gate.png': madePicture(),
    'media/other.png': madePicture(),
  };

  it.each([
    ['a folder', new Map<string, Uint8Array>(Object.entries(folder))],
    ['a zip of one', new Map([['told.zip', zipSync(folder)]])],
  ])('are those of its own folder media: %s', async (_, files) => {
    const found = await mediaIn(files);
    expect([...found.keys()].sort()).toEqual(['day/tone.wav', 'gate.png']);
    expect(found.get('gate.png')).toEqual(madePicture());
  });

  it('are none of an archive that is refused, or of tables alone', async () => {
    expect(await mediaIn(new Map([['told.zip', zipSync(folder).subarray(0, 400)]]))).toEqual(new Map());
    expect(await mediaIn(new Map(Object.entries(tables(''))))).toEqual(new Map());
  });

  it.each([
    ['a folder', new Map<string, Uint8Array>(Object.entries(folder))],
    ['a zip of one', new Map([['told.zip', zipSync(folder)]])],
  ])('that a scene names and that are not there are faults of it: %s', async (_, files) => {
    const { faults } = await loadFiles(files, 'told');
    expect(faults.filter(({ rule }) => rule === 'bad-media').map(({ line, message }) => [line, message])).toEqual([
      [3, 'There is no media/day/lost.wav.'],
    ]);
  });
});
