import { openEvidence } from '../record/open';
import type { StanceRecord } from '../record/record';

/** Seven places of a degree are a centimetre (RFC 7946, 11.2, finds six enough). */
const degrees = (value: number) => Math.round(value * 1e7) / 1e7;

/**
 * Statements and events at their places (GeoJSON, RFC 7946): a point for each place of a row, and its words, dates and scores as properties.
 *
 * @param evidence indices into `record.evidence`
 */
export function writeGeoJson(record: StanceRecord, evidence: readonly number[], linkOf: (evidence: string) => string): string {
  const features = evidence.flatMap((e) => {
    const open = openEvidence(record, e);
    return open.places.flatMap((index) => {
      const place = record.places[index];
      if (place === undefined) return [];
      return [
        {
          type: 'Feature',
          id: open.places.length === 1 ? open.id : `${open.id}@${place.id}`,
          // Longitude first; more than seven decimals would say more than is known.
          geometry: { type: 'Point', coordinates: [degrees(place.lon), degrees(place.lat)] },
          properties: {
            id: open.id,
            kind: open.kind,
            title: open.title,
            date: open.dateText,
            ...(open.endText === '' ? {} : { end: open.endText }),
            place: place.name,
            country: place.country,
            actors: open.actors.map((actor) => record.actors[actor]?.name ?? ''),
            ...(open.speaker < 0 ? {} : { speaker: record.actors[open.speaker]?.name ?? '' }),
            ...(open.quote === '' ? {} : { quote: open.quote }),
            summary: open.summary,
            topics: open.topics,
            stances: open.stances.map(({ holder, target, score }) => ({ holder: record.actors[holder]?.name ?? '', target: record.actors[target]?.name ?? '', score })), // prettier-ignore
            link: linkOf(open.id),
          },
        },
      ];
    });
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`;
}
