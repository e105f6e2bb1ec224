/**
 * Makes the built page whole without a network after one visit. The build writes the list of all files with their hashes in place of
 * `FILES`, and names the edition by them. An edition is stored whole or not at all, and serves its own files only: a new one waits
 * until no tab of the old one is open.
 */
/* global FILES, EDITION */
const NAME = `stanceline ${EDITION}`;
const HOME = new URL('./', self.location.href).href;
const known = new Map(FILES.map(([path, hash]) => [new URL(path, HOME).href, hash]));

self.addEventListener('install', (event) => {
  event.waitUntil(store());
});

async function store() {
  const cache = await caches.open(NAME);
  try {
    const queue = [...known];
    // A few at a time: the page that is being opened comes first.
    const lane = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [url, integrity] = next;
        const response = await fetch(new Request(url, { integrity, cache: 'no-cache' }));
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        await cache.put(url, response);
      }
    };
    await Promise.all([lane(), lane(), lane()]);
  } catch (error) {
    // Half an edition is none.
    await caches.delete(NAME);
    throw error;
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('stanceline ') && name !== NAME) await caches.delete(name);
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.hash = '';
  url.search = '';
  if (url.href === HOME) url.pathname += 'index.html';
  if (!known.has(url.href)) return;
  event.respondWith(answer(request, url.href));
});

async function answer(request, url) {
  const stored = async () => (await caches.open(NAME)).match(url);
  // Somebody who asks past every cache is given what the site has now, where it is the same edition.
  if (request.cache === 'reload') {
    const fresh = await fetch(new Request(url, { integrity: known.get(url), cache: 'reload' })).catch(() => undefined);
    if (fresh?.ok) return fresh;
  }
  return (await stored()) ?? fetch(request);
}
