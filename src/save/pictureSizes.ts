import { tooLarge } from '../formats/picture/png';
import type { PictureSize } from './takePicture';

export const SIZES = {
  slide: { label: 'Slide, 1600 by 900', width: 1600, height: 900 },
  a4: { label: 'A4 landscape, 1123 by 794', width: 1123, height: 794 },
  square: { label: 'Square, 1080 by 1080', width: 1080, height: 1080 },
  custom: { label: 'A size of your own', width: 1280, height: 720 },
} as const;
export type SizeName = keyof typeof SIZES;

export const LEAST = 480;
export const MOST = 6000;

/** A size within bounds, with its type enlarged as the sheet is: a slide is read from afar, and on a small sheet type is never shrunk. */
export function pictureSize(width: number, height: number): PictureSize {
  const bound = (value: number) => Math.round(Math.min(MOST, Math.max(LEAST, Number.isFinite(value) ? value : LEAST)));
  const [w, h] = [bound(width), bound(height)];
  return { width: w, height: h, zoom: Math.max(1, Math.min(w / 1180, h / 700)) };
}

/** Why a PNG of this size cannot be made; null where it can. */
export function pngProblem(size: PictureSize, scale: number): string | null {
  return tooLarge(size.width, size.height, scale);
}
