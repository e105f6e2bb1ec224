import { describe, expect, it } from 'vitest';
import { nameOfFiles, linkName } from './recordName';

describe('the name of dropped files', () => {
  it.each([
    [['my folder/tables/actors.csv', 'my folder/ties.csv'], 'my folder'],
    [['powers.zip'], 'powers'],
    [['actors.csv', 'ties.csv'], 'dropped'],
  ])('%j is %s', (files, name) => {
    expect(nameOfFiles(files)).toBe(name);
  });
});

describe('the name in a link', () => {
  it.each([
    ['My  Powers (2)', 'my-powers-2'],
    ['Ost­see / Łódź', 'ost-see-lodz'],
    ['…', 'dropped'],
    ['北京 2', '2'],
    ['東欧', '東欧'],
    ['eastern-flank', 'my-eastern-flank'],
  ])('of “%s” is %s', (text, slug) => {
    expect(linkName(text, ['eastern-flank'])).toBe(slug);
  });
});
