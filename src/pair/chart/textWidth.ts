/** Measures text as the page will set it; widths are kept. */
export function textWidth(size: number, weight = 400, family: '--sans' | '--serif' = '--sans'): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const name = getComputedStyle(document.documentElement).getPropertyValue(family).trim() || 'sans-serif';
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      if (context) context.font = `${weight} ${size}px ${name}`;
      width = context ? context.measureText(text).width : text.length * size * 0.5;
      known.set(text, width);
    }
    return width;
  };
}

/** How many lines a text takes in `room` px, broken at spaces. */
export function linesOf(text: string, room: number, measure: (text: string) => number): number {
  let lines = 1;
  let used = 0;
  const space = measure(' ');
  for (const word of text.split(' ')) {
    const width = measure(word);
    if (used > 0 && used + space + width > room) {
      lines++;
      used = width;
    } else used += (used > 0 ? space : 0) + width;
  }
  return lines;
}
