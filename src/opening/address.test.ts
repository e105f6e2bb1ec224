import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressIn, fetchAddress, filesListed, fileAt, offerOf, withoutAddress } from './address';

describe('data that a link names', () => {
  it('are an address where there is a slash, else the name of a record', () => {
    expect(addressIn('#/atlas?data=https%3A%2F%2Fa.org%2Fx.csv&at=2025-01-01')).toBe('https://a.org/x.csv');
    expect(addressIn('#/atlas?data=files/x.zip')).toBe('files/x.zip');
    for (const named of ['#/atlas?data=eastern-flank', '#/atlas?data=x.csv', '#/atlas', '']) expect(addressIn(named)).toBe('');
  });

  it('leave the rest of the link as the view of what is there', () => {
    expect(withoutAddress('#/network?data=files/x.zip&at=2025-01-01')).toBe('#/network?at=2025-01-01');
    expect(withoutAddress('#/network?data=files/x.zip')).toBe('#/network');
    expect(withoutAddress('#/network?data=mine')).toBe('#/network?data=mine');
  });

  it('are told by the last part of their address', () => {
    expect(['https://a.org/b/Ties%20x.csv?raw=1', 'https://a.org/', 'https://a.org/%zz'].map(fileAt)).toEqual([
      'Ties x.csv',
      'a.org',
      '%zz',
    ]);
  });
});

describe('whether an address may be fetched', () => {
  const page = 'https://site.org/app/index.html';
  const may = (address: string, base = page, allowed: string[] = []) => offerOf(address, base, allowed);

  it('from the page’s own site, wherever it lies there', () => {
    expect(may('files/x.zip')).toMatchObject({ url: 'https://site.org/app/files/x.zip', may: true });
    expect(may('/x.zip#part')).toMatchObject({ url: 'https://site.org/x.zip', may: true });
  });

  it('from another only where the host allows exactly that origin', () => {
    expect(may('https://other.org/x.csv')).toMatchObject({ may: false, url: 'https://other.org/x.csv' });
    expect(may('https://other.org/x.csv').text).toContain('fetches from site.org alone');
    const allowed = ['https://other.org'];
    expect(may('https://other.org/x.csv', page, allowed).may).toBe(true);
    for (const near of ['http://other.org/x', 'https://other.org:8443/x', 'https://other.org.evil.com/x', '//evil.org/x'])
      expect(may(near, page, allowed).may).toBe(false);
  });

  it('never by another protocol, with a password, or from a page of a file', () => {
    for (const odd of [
      'javascript:alert(1)//x',
      'data:text/csv,a/b',
      'blob:https://site.org/1',
      'file:///etc/passwd',
      'http://[/x',
    ])
      expect(may(odd)).toMatchObject({ may: false, url: '' });
    expect(may('https://me:secret@site.org/x')).toMatchObject({ may: false, url: '' });
    expect(may('https://me:secret@site.org/x').text).not.toContain('secret');
    expect(may('https://other.org/x.csv', 'file:///home/me/page.html').may).toBe(false);
    expect(may('files/x.csv', 'file:///home/me/page.html')).toMatchObject({ may: false, url: '' });
  });
});

describe('fetching', () => {
  afterEach(() => vi.unstubAllGlobals());
  const limits = { signal: new AbortController().signal, onProgress: () => undefined };
  const fetched = (answer: () => Promise<Response>) => {
    const asked = vi.fn(answer);
    vi.stubGlobal('fetch', asked);
    return asked;
  };

  it('gives the file by its name, and sends neither cookies nor the page’s address', async () => {
    const asked = fetched(() => Promise.resolve(new Response('a,b')));
    const told: string[] = [];
    const files = await fetchAddress('https://a.org/x.csv', 'https://a.org/', {
      ...limits,
      onProgress: (text) => told.push(text),
    });
    expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([['x.csv', 'a,b']]);
    expect(asked).toHaveBeenCalledWith('https://a.org/x.csv', expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' })); // prettier-ignore
    expect(told).toEqual(['Asking a.org', '3 bytes of x.csv came']);
  });

  it('says why there is none: no such file, another site that does not share, its own that is out of reach', async () => {
    fetched(() => Promise.resolve(new Response('', { status: 404 })));
    await expect(fetchAddress('https://a.org/x.csv', 'https://a.org/', limits)).rejects.toThrow('a.org has no such file');
    fetched(() => Promise.resolve(new Response('', { status: 503 })));
    await expect(fetchAddress('https://a.org/x.csv', 'https://a.org/', limits)).rejects.toThrow('a.org answered 503');
    fetched(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchAddress('https://b.org/x.csv', 'https://a.org/', limits)).rejects.toThrow('Access-Control-Allow-Origin');
    await expect(fetchAddress('https://a.org/x.csv', 'https://a.org/', limits)).rejects.toThrow('a.org could not be reached.');
  });

  describe('a folder', () => {
    const serve = (files: Record<string, string>) => {
      const asked: string[] = [];
      vi.stubGlobal('fetch', (url: string) => {
        asked.push(url);
        const content = files[url.replace('https://a.org/', '')];
        return Promise.resolve(content === undefined ? new Response('', { status: 404 }) : new Response(content));
      });
      return asked;
    };
    const paths = async (url: string) => [...(await fetchAddress(url, 'https://a.org/', limits)).keys()];

    it('says in its package what is in it: its tables come, named by the folder, and one that is not there is left out', async () => {
      const json = JSON.stringify({ resources: [{ path: 'actors.csv' }, { path: 'more/ties.csv' }, { path: 'gone.csv' }] });
      const asked = serve({ 'r/datapackage.json': json, 'r/actors.csv': 'id', 'r/more/ties.csv': 'id' });
      const expected = ['r/datapackage.json', 'r/actors.csv', 'r/more/ties.csv'];
      expect(await paths('https://a.org/r/')).toEqual(expected);
      expect(await paths('https://a.org/r/datapackage.json')).toEqual(expected);
      expect(new Set(asked)).toEqual(new Set(['r/datapackage.json', 'r/actors.csv', 'r/more/ties.csv', 'r/gone.csv'].map((path) => `https://a.org/${path}`))); // prettier-ignore
    });

    it('says it in a list of names where it has no package, and without either is no folder that a page can read', async () => {
      serve({ 'r/index.json': '["ties 2.csv"]', 'r/ties%202.csv': 'from,to,sign', 's/index.json': '{"files": []}' });
      expect(await paths('https://a.org/r/')).toEqual(['r/ties 2.csv']);
      await expect(paths('https://a.org/s/')).rejects.toThrow('needs a datapackage.json or an index.json');
      await expect(paths('https://a.org/none/')).rejects.toThrow('needs a datapackage.json or an index.json');
    });

    it('leads nowhere else, whatever its list names', () => {
      const odd = ['../x.csv', '/etc/x', 'https://b.org/x', 'a\\b', 'a/../../b', 'x?y', 'x#y', '', 7, { path: 3 }, { path: 'ok.csv' }, 'ok.csv', '//b.org/x']; // prettier-ignore
      expect(filesListed(JSON.stringify(odd))).toEqual(['ok.csv']);
      expect(filesListed('{')).toEqual([]);
      expect(filesListed(JSON.stringify(Array.from({ length: 500 }, (_, i) => `${i}.csv`)))).toHaveLength(100);
    });
  });
});
