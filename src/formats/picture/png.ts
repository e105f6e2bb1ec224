/** The most that browsers paint on one canvas. */
const MOST_SIDE = 16_384;
const MOST_DOTS = 120_000_000;

/** Why a picture of this size cannot be made, in a sentence; null where it can. */
export function tooLarge(width: number, height: number, scale: number): string | null {
  const [w, h] = [width * scale, height * scale];
  if (w <= MOST_SIDE && h <= MOST_SIDE && w * h <= MOST_DOTS) return null;
  return `${w} by ${h} dots is more than a browser can paint: choose a smaller scale, or SVG.`;
}

/** An SVG as PNG, `scale` dots to the pixel. */
export async function pngOf(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const problem = tooLarge(width, height, scale);
  if (problem !== null) throw new Error(problem);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    await typeRead(image);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The browser could not paint the picture.')) : resolve(blob)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Waits until a picture looks the same twice: a browser reads the type inside an SVG only when it first paints it, and leaves the words
 * out that time, though it has said that the image is complete.
 */
async function typeRead(image: HTMLImageElement): Promise<void> {
  const probe = document.createElement('canvas');
  probe.width = 800;
  probe.height = 800;
  const context = probe.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  let before = '';
  for (let tries = 0, same = 0; tries < 20 && same < 2; tries++) {
    context.clearRect(0, 0, 800, 800);
    context.drawImage(image, 0, 0, 800, 800);
    const now = probe.toDataURL();
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
