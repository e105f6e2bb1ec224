/** Measures text as the page will set it. Widths are kept, so that packing labels again costs look-ups alone. */
export function ruler(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      if (context) context.font = font;
      width = context ? context.measureText(text).width : text.length * 6.5;
      widths.set(text, width);
    }
    return width;
  };
}

/** The page's sans at a size, as a canvas wants it. */
export function sans(size: number, weight = 400): string {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
  return `${weight} ${size}px ${family === '' ? 'sans-serif' : family}`;
}
