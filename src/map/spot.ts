import { plainNumber } from '../words/numbers';
import { mercator } from './sheetModel';

/** A spot that is picked on the map, as a table writes it. */

/** Most decimals that are written: a hundred-thousandth of a degree is a metre. */
const MOST_DECIMALS = 5;

/**
 * Decimals of a degree that one px of a map tells apart.
 *
 * @param world px around the earth
 */
export function decimalsOf(world: number): number {
  return Math.max(0, Math.min(MOST_DECIMALS, Math.ceil(Math.log10(world / 360))));
}

/**
 * Latitude and longitude as the table writes them: as exact as the map shows them, without idle noughts, the longitude from -180 to 180
 * wherever the map was turned to.
 */
export function spotText(lat: number, lon: number, world: number): { lat: string; lon: string } {
  const written = (degrees: number) => {
    const text = plainNumber(degrees, decimalsOf(world));
    const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
    return plain === '-0' ? '0' : plain;
  };
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
  return { lat: written(lat), lon: written(turned) };
}

/** Degrees around a spot that is known already in which the map opens. */
const AROUND = { lat: 2.5, lon: 4 };

/** The latitude that lies as far below another on the map as a northern one lies above it: the spot is then in the middle of the frame. */
function mirrored(lat: number, north: number): number {
  const y = 2 * mercator(0, lat).y - mercator(0, north).y;
  return Math.max(-85, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI);
}

/** Where the map opens: around the spot as it is written, else where the record's own places lie. */
export function opensAt(
  lat: string,
  lon: string,
  bounds: readonly [readonly [number, number], readonly [number, number]],
): { corners: [[number, number], [number, number]]; exact: boolean } {
  const [y, x] = [Number(lat), Number(lon)];
  const known = lat.trim() !== '' && lon.trim() !== '' && Math.abs(y) <= 85 && Math.abs(x) <= 180;
  const [[south, west], [north, east]] = bounds;
  return known
    ? {
        corners: [
          [mirrored(y, Math.min(85, y + AROUND.lat)), x - AROUND.lon],
          [Math.min(85, y + AROUND.lat), x + AROUND.lon],
        ],
        exact: true,
      }
    : {
        corners: [
          [south, west],
          [north, east],
        ],
        exact: false,
      };
}
