import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneWith, type Draft, type DraftScene } from './draft';
import { asDraft, mergeDrafts } from './mergeDrafts';

const scene = (key: string, text = ''): DraftScene => sceneWith(key, { title: `Title of ${key}`, text });
const draft = (patch: Partial<Draft> = {}): Draft => ({
  id: 'story',
  title: 'A story',
  subtitle: '',
  author: '',
  scenes: [scene('s1'), scene('s2'), scene('s3')],
  changed: 1,
  ...patch,
});
const keys = ({ scenes }: Draft) => scenes.map(({ key }) => key);

describe('two changes of one draft', () => {
  it('of different fields are both kept', () => {
    const theirs = draft({ title: 'Another', scenes: [scene('s1'), scene('s2', 'their words'), scene('s3')] });
    const mine = draft({ author: 'Me', scenes: [scene('s1', 'my words'), scene('s2'), scene('s3')] });
    const merged = mergeDrafts(draft(), theirs, mine);
    expect([merged.title, merged.author, merged.scenes.map(({ text }) => text)]).toEqual([
      'Another',
      'Me',
      ['my words', 'their words', ''],
    ]);
  });

  it('of one field are as this tab has it, which is being typed in', () => {
    expect(mergeDrafts(draft(), draft({ title: 'Theirs' }), draft({ title: 'Mine' })).title).toBe('Mine');
  });

  it('keep every scene that either added, after the one that it followed', () => {
    const theirs = draft({ scenes: [scene('s1'), scene('t1'), scene('s2'), scene('s3')] });
    const mine = draft({ scenes: [scene('s1'), scene('s2'), scene('s3'), scene('m1')] });
    expect(keys(mergeDrafts(draft(), theirs, mine))).toEqual(['s1', 't1', 's2', 's3', 'm1']);
  });

  it('remove a scene that one removed, but not what the other wrote in it meanwhile', () => {
    const without = draft({ scenes: [scene('s1'), scene('s3')] });
    const written = draft({ scenes: [scene('s1'), scene('s2', 'words'), scene('s3')] });
    expect(keys(mergeDrafts(draft(), without, draft({ title: 'x' })))).toEqual(['s1', 's3']);
    expect(keys(mergeDrafts(draft(), without, written))).toContain('s2');
    expect(keys(mergeDrafts(draft(), written, without))).toContain('s2');
  });

  it('stand in the order of whoever changed the order', () => {
    const turned = [scene('s3'), scene('s1'), scene('s2')];
    expect(keys(mergeDrafts(draft(), draft({ title: 'x' }), draft({ scenes: turned })))).toEqual(['s3', 's1', 's2']);
    expect(keys(mergeDrafts(draft(), draft({ scenes: turned }), draft({ title: 'x' })))).toEqual(['s3', 's1', 's2']);
  });

  it('without a common beginning keep the scenes of both', () => {
    const merged = mergeDrafts(null, draft({ scenes: [scene('s1'), scene('t1')] }), draft({ scenes: [scene('s1', 'mine')] }));
    expect(merged.scenes.map(({ key, text }) => [key, text])).toEqual([
      ['s1', 'mine'],
      ['t1', ''],
    ]);
  });

  const scenes = fc.uniqueArray(
    fc
      .record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: fc.string(), question: fc.string() })
      .map(({ key, ...written }) => sceneWith(key, written)),
    { selector: ({ key }) => key },
  );
  const any = fc
    .record({ title: fc.string(), subtitle: fc.string(), author: fc.string(), scenes })
    .map((fields): Draft => ({ id: 'story', changed: 1, ...fields }));

  it('give back the one change where the other changed nothing, and no scene twice', () => {
    fc.assert(
      fc.property(any, any, any, (base, a, b) => {
        expect(mergeDrafts(base, base, a)).toEqual(a);
        expect(mergeDrafts(base, a, base)).toEqual(a);
        const merged = keys(mergeDrafts(base, a, b));
        expect(new Set(merged).size).toBe(merged.length);
        // What one of them wrote anew is never lost.
        const known = new Set(keys(base));
        for (const key of [...keys(a), ...keys(b)]) if (!known.has(key)) expect(merged).toContain(key);
      }),
    );
  });
});

it('a draft of before scenes could ask has scenes that ask nothing', () => {
  const old = { ...draft(), scenes: [{ key: 's1', title: 'A', text: 'B', view: 'v' }] };
  expect(asDraft(old)?.scenes).toEqual([sceneWith('s1', { title: 'A', text: 'B', view: 'v' })]);
});

it('a draft that is damaged is none', () => {
  expect(asDraft(draft())).toEqual(draft());
  for (const value of [
    null,
    'text',
    {},
    { ...draft(), title: 5 },
    { ...draft(), changed: Number.NaN },
    { ...draft(), scenes: {} },
    { ...draft(), scenes: [{ ...scene('s1'), text: null }] },
    { ...draft(), scenes: [{ ...scene('s1'), question: 7 }] },
    { ...draft(), scenes: [scene('s1'), scene('s1')] },
  ])
    expect(asDraft(value)).toBeNull();
});
