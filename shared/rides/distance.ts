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

/** Metres from a point to a way along points, straight between each two; infinite to a way of none. Flat between neighbours, which are some kilometres apart. */
export const metresFromWay = (way: readonly Point[], point: Point): number => {
  const [first] = way;
  if (!first) return Number.POSITIVE_INFINITY;
  let least = metresBetween(first, point);
  for (let at = 1; at < way.length; at += 1) {
    const [from, to] = [way[at - 1] ?? first, way[at] ?? first];
    least = Math.min(least, metresBetween(nearestBetween(from, to, point), point));
  }
  return least;
};

function nearestBetween(from: Point, to: Point, point: Point): Point {
  const narrow = Math.cos(from.lat * radians);
  const [north, east] = [to.lat - from.lat, (to.lng - from.lng) * narrow];
  const length = north * north + east * east;
  if (length === 0) return from;
  const along = ((point.lat - from.lat) * north + (point.lng - from.lng) * narrow * east) / length;
  const share = Math.min(1, Math.max(0, along));
  return { lat: from.lat + share * north, lng: from.lng + (share * east) / narrow };
}
