import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decode } from './encoding';
import { decodePage, type CodePage } from './codePage';

/** The bytes of a text in a single-byte encoding, which no encoder of the platform writes. */
function bytesIn(page: CodePage, text: string): Uint8Array {
  const all = decodePage(
    page,
    Uint8Array.from({ length: 256 }, (_, i) => i),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = all.indexOf(letter);
    if (byte < 0) throw new Error(`${page} has no ${letter}`);
    return byte;
  });
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a file in another encoding is told by the letters that it would yield', () => {
  test.each<[CodePage, string, string]>([
    ['windows-1252', 'Western European', 'très près, le président français a déclaré'],
    ['windows-1252', 'Western European', 'El señor Núñez viajó mañana'],
    ['windows-1252', 'Western European', 'não há relações, são só decisões'],
    ['windows-1252', 'Western European', 'Statsministeren besøgte København på lørdag'],
    ['windows-1252', 'Western European', 'Perché è così, la città più bella'],
    ['windows-1252', 'Western European', '“Zürich” – Gespräche über Straßen'],
    ['windows-1250', 'Central European', 'Łukaszenka powiedział, że Żółw idzie'],
    ['windows-1250', 'Central European', 'Prezident řekl, že český čas je příliš krátký'],
    ['windows-1250', 'Central European', 'Őrült vagy, mondta a külügyminiszter hűvösen'],
    ['windows-1250', 'Central European', 'čas je za razgovor, je dejal'],
    ['windows-1251', 'Cyrillic', 'Рыженков сказал, что отношения улучшаются'],
    ['windows-1251', 'Cyrillic', 'Прэзідэнт заявіў, што гэта ўжо вырашана'],
    ['windows-1251', 'Cyrillic', 'Міністр зазначив, що ґрунт і її зміст відомі'],
    ['koi8-r', 'Cyrillic', 'Министр Рыженков сказал, что отношения улучшаются'],
    ['ibm866', 'Cyrillic', 'Министр Рыженков сказал, что отношения улучшаются'],
    ['iso-8859-2', 'Central European', 'Łukaszenka powiedział, że jest świetnie, więc ślub'],
  ])('%s, %s: %s', (page, kind, text) => {
    const { text: read, faults } = decode('a.csv', bytesIn(page, `id,title\na,"${text}"\n`));
    expect(read).toBe(`id,title\na,"${text}"\n`);
    expect(faults).toMatchObject([{ rule: 'wrong-encoding', line: 2, suggestion: 'Save it as “CSV UTF-8”.' }]);
    expect(faults[0]?.message).toContain(`(${kind})`);
  });

  test('a line feed is kept where the last line has one and where it has none', () => {
    expect(decode('a.csv', bytesIn('windows-1251', 'мир')).text).toBe('мир');
    expect(decode('a.csv', bytesIn('windows-1251', 'мир\n')).text).toBe('мир\n');
  });
});

describe('a foreign line', () => {
  const sound = utf8('id,name\npoland,Польша\n');

  test('is named and read, and what the others say stays what it is', () => {
    const { text, faults } = decode('actors.csv', joined(sound, bytesIn('windows-1250', 'lodz,Łódź\n'), utf8('minsk,Мінск\n')));
    expect(text).toBe('id,name\npoland,Польша\nlodz,Łódź\nminsk,Мінск\n');
    expect(faults).toMatchObject([
      {
        rule: 'wrong-encoding',
        line: 3,
        message: 'Line 3 is not UTF-8, as the others are; it reads as Windows-1250 (Central European).',
        suggestion: 'Look at what it says, and save the file as “CSV UTF-8”.',
      },
    ]);
  });

  test('is one of many: five are named, the rest counted', () => {
    const foreign = bytesIn('windows-1251', 'a,Москва\n');
    const { faults } = decode('actors.csv', joined(sound, ...Array.from({ length: 7 }, () => foreign)));
    expect(faults[0]?.message).toBe(
      'Lines 3, 4, 5, 6, 7 and 2 more are not UTF-8, as the others are; they read as Windows-1251 (Cyrillic).',
    );
  });

  test('a mark before it is no letter', () => {
    const { text } = decode('a.csv', joined(Uint8Array.of(0xef, 0xbb, 0xbf), sound, bytesIn('windows-1252', 'a,très\n')));
    expect(text).toBe('id,name\npoland,Польша\na,très\n');
  });
});

test('what is UTF-8 is never guessed at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = text.replace(/^\uFEFF|\0/g, '');
      const { text: read, faults } = decode('a.csv', utf8(`id,title\n${clean}`));
      expect(read).toBe(`id,title\n${clean}`);
      expect(faults).toEqual([]);
    }),
  );
});
