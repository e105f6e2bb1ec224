/** A column of scenes that scrolls, and tells which scene stands in its middle. */
export interface SceneScroll {
  /** Brings scene `n` to the top of the column, unless it is the one in its middle. */
  to: (n: number, smooth: boolean) => void;
  stop: () => void;
}

/** How often a smooth scroll is looked at, where the browser does not say that it has ended. */
const LOOK = 1200;
/** A scroll that has not left its place after so many looks never will. */
const LOOKS = 5;

/**
 * Watches the sections `[data-scene]` of a column. `seen` is told of the one that the reader scrolls to the middle; those that pass by
 * while the page itself scrolls are not told.
 */
export function sceneScroll(column: HTMLElement, seen: (n: number) => void): SceneScroll {
  let middle = 0;
  let travelling = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sections = [...column.querySelectorAll<HTMLElement>('[data-scene]')];
  const numberOf = (section: HTMLElement) => Number(section.dataset['scene']);
  const tell = (n: number) => {
    if (n === middle) return;
    middle = n;
    seen(n);
  };
  const arrived = () => {
    if (!travelling) return;
    travelling = false;
    clearTimeout(timer);
    // The reader may have taken hold of the column on the way.
    const line = column.scrollTop + column.clientHeight / 2;
    const here = sections.findLast((section) => section.offsetTop <= line);
    if (here !== undefined) tell(numberOf(here));
  };
  /** A busy browser scrolls late and long: it has arrived once it stands still somewhere else than where it set out. */
  const look = (from: number, before: number, looks: number) => {
    timer = setTimeout(() => {
      const now = column.scrollTop;
      if (now === before && (now !== from || looks <= 1)) arrived();
      else look(from, now, looks - 1);
    }, LOOK);
  };
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting && !travelling) tell(numberOf(target as HTMLElement));
    },
    { root: column, rootMargin: '-49% 0px -49% 0px' },
  );
  for (const section of sections) watch.observe(section);
  column.addEventListener('scrollend', arrived);
  return {
    to(n, smooth) {
      const section = sections.find((each) => numberOf(each) === n);
      if (n === middle || section === undefined) return;
      // The first scene of a visit is there at once.
      const behavior = smooth && middle !== 0 ? 'smooth' : 'instant';
      middle = n;
      travelling = true;
      const from = column.scrollTop;
      column.scrollTo({ top: section.offsetTop, behavior });
      clearTimeout(timer);
      look(from, from, LOOKS);
    },
    stop() {
      travelling = false;
      clearTimeout(timer);
      watch.disconnect();
      column.removeEventListener('scrollend', arrived);
    },
  };
}
