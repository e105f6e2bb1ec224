/** A column of scenes that scrolls, and tells which scene stands in its middle. */
export interface SceneScroll {
  /** Brings scene `n` to the top of the column, unless it is the one in its middle. */
  to: (n: number, smooth: boolean) => void;
  stop: () => void;
}

/** Longest that a smooth scroll is waited for. */
const JOURNEY = 1200;

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
      column.scrollTo({ top: section.offsetTop, behavior });
      clearTimeout(timer);
      timer = setTimeout(arrived, JOURNEY);
    },
    stop() {
      travelling = false;
      clearTimeout(timer);
      watch.disconnect();
      column.removeEventListener('scrollend', arrived);
    },
  };
}
