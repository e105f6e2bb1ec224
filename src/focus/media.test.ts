import { describe, expect, it, vi } from 'vitest';
import type { StanceRecord } from '../record/record';
import { heldMedia, mediaToTake, NO_MEDIA, servedMedia } from './media';

const medium = (file: string, captions = '') => ({ file, alt: 'x', credit: '', licence: 'own', captions });
const record = {
  stories: [{ scenes: [{ media: medium('a.png') }, { media: medium('b/c d.mp4', 'c.vtt') }, {}, { media: medium('a.png') }] }],
} as unknown as StanceRecord;
const held = new Map<string, Uint8Array | Blob>([
  ['a.png', new Uint8Array(10)],
  ['c.vtt', new Blob(['WEBVTT'])],
]);

describe('the media of the open record', () => {
  it('of the site lie beside its tables, and stay on the site', async () => {
    const media = servedMedia('https://site.org/data/told/');
    expect(media.url('b/c d#.mp4')).toBe('https://site.org/data/told/media/b/c%20d%23.mp4');
    vi.stubGlobal('fetch', (url: string) =>
      Promise.resolve(url.endsWith('a.png') ? new Response(new Uint8Array(3)) : new Response('', { status: 404 })),
    );
    expect(await media.bytes('a.png')).toEqual(new Uint8Array(3));
    expect(await media.bytes('b.png')).toBeNull();
    vi.unstubAllGlobals();
  });

  it('that are at hand have an address of their type, the same each time, until they are let go', async () => {
    const media = heldMedia(held);
    const url = media.url('a.png');
    expect(url).toMatch(/^blob:/);
    expect(media.url('a.png')).toBe(url);
    expect((await fetch(url)).headers.get('content-type')).toBe('image/png');
    expect([media.url('b.png'), NO_MEDIA.url('a.png')]).toEqual(['', '']);
    expect(await media.bytes('c.vtt')).toEqual(new TextEncoder().encode('WEBVTT'));
    media.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('are taken along once each, as many as there is room for, and the others are named', async () => {
    const all = await mediaToTake(record, heldMedia(held));
    expect([[...all.files.keys()], all.left]).toEqual([['media/a.png', 'media/c.vtt'], ['b/c d.mp4']]);
    const some = await mediaToTake(record, heldMedia(held), 10);
    expect([[...some.files.keys()], some.left]).toEqual([['media/a.png'], ['b/c d.mp4', 'c.vtt']]);
  });
});
