/**
 * Lets the browser keep the built page, so that it opens without a network after one visit. Begun once the page is loaded, and only where
 * there is something to keep: not while developing, not in a file that was taken along (which is whole by itself), not in a frame of
 * another page (which is not the reader's visit).
 */
export function worksOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
  if (document.getElementById('stanceline-data') !== null || window.top !== window) return;
  const begin = () => {
    // A browser that refuses leaves the page as it is: with a network.
    navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => undefined);
  };
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}
