/** A point on the earth in degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const earthRadiusMetres = 6_371_000;
const radians = Math.PI / 180;

/** Metres between two points along the surface (haversine). */
export const metresBetween = (a: Point, b: Point): number => {
  const halfLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const halfLng = Math.sin(((b.lng - a.lng) * radians) / 2);
  const chord = halfLat * halfLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * halfLng * halfLng;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
};
