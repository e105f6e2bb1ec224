import { describe, expect, it } from 'vitest';
import { keptOf } from './kept';

const files = new Map<string, Uint8Array | Blob>([
  ['told/actors.csv', new Uint8Array(900)],
  ['told/media/a.png', new Uint8Array(60)],
  ['told\\media\\b.png', new Blob([new Uint8Array(60)])],
  ['told/media/c.vtt', new Uint8Array(40)],
  ['told/media/page.html', new Uint8Array(1)],
  ['told/film.mp4', new Uint8Array(1)],
  ['told.zip', new Uint8Array(5000)],
]);

describe('what is kept of files that were dropped', () => {
  it('are tables, zips, and media up to a limit; the media that are not are named', () => {
    const { kept, left } = keptOf(files, 100);
    expect([...kept.keys()]).toEqual(['told/actors.csv', 'told/media/a.png', 'told/media/c.vtt', 'told.zip']);
    expect(left).toEqual(['b.png']);
    expect(keptOf(files, 160).left).toEqual([]);
    expect(keptOf(files).kept.has('told\\media\\b.png')).toBe(true);
  });
});
