import { expect, it } from 'vitest';
import { scriptOf } from './scripts';

it.each([
  ['Беларусь', 'und-Cyrl'],
  ['Ελλάδα', 'und-Grek'],
  ['إيران', 'und-Arab'],
  ['ישראל', 'und-Hebr'],
  ['საქართველო', 'und-Geor'],
  ['Հայաստան', 'und-Armn'],
  ['भारत', 'und-Deva'],
  ['日本の', 'und-Jpan'],
  ['한국', 'und-Kore'],
  ['中国', 'und-Hani'],
  ['Rzeczpospolita', undefined],
  ['2025, §', undefined],
])('%s is in %s', (text, tag) => expect(scriptOf(text)).toBe(tag));
