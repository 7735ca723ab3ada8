import type { Text } from '@tongcheng/shared/text';
import { plainLine } from '@tongcheng/shared/typed-text';
import { type Mode, modes, type VenueKind } from '@tongcheng/shared/venues/kinds';

/** A posted ride code of the simulated city. */
export interface Poster {
  readonly venueId: string;
  readonly mode: Mode;
  readonly kind: VenueKind;
  readonly name: Text;
  readonly lineName?: Text;
  readonly plate?: string;
  /** The link inside the QR code, e.g. `HTTP://HOST/R/<CODE>`. */
  readonly link: string;
  readonly shortCode: string;
}

/** `GET /city/wall.json`: the city's posters, a handful of each mode first in the order the city wants, and the places of the apps. */
export interface WallPage {
  readonly city: string;
  readonly name: Text;
  readonly posters: readonly Poster[];
  /** Paths or whole addresses; those that are missing are not offered. */
  readonly addresses: {
    readonly rider?: string;
    readonly verify?: string;
    readonly console?: string;
    readonly open?: string;
    readonly mail?: string;
    readonly docs?: string;
  };
}

/** How many posters of a mode are shown at first; the printed invitation holds their venues. */
export const handful = 6;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether what arrived is a wall page; looks at its shape, not at each poster. */
export const isWallPage = (value: unknown): value is WallPage =>
  isRecord(value) && isRecord(value.name) && isRecord(value.addresses) && Array.isArray(value.posters);

/** The posters that a search finds: by name, line, plate, short code or venue. */
export const findPosters = (posters: readonly Poster[], search: string): readonly Poster[] => {
  const wanted = plainLine(search).toLowerCase();
  if (wanted === '') return posters;
  return posters.filter(({ name, lineName, plate = '', shortCode, venueId }) =>
    [name.zh, name.en, lineName?.zh ?? '', lineName?.en ?? '', plate, shortCode, venueId].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
};

/** Posters by mode, in the order of the modes; modes without any are left out. */
export const byMode = (posters: readonly Poster[]): readonly (readonly [Mode, readonly Poster[]])[] =>
  modes
    .map((mode) => [mode, posters.filter((poster) => poster.mode === mode)] as const)
    .filter(([, ofMode]) => ofMode.length > 0);

/** Whether the codes lead to the machine itself: then a phone that scans one finds nothing there. */
export const isThisMachineOnly = (posters: readonly Pick<Poster, 'link'>[]): boolean =>
  posters.some(({ link }) => /^https?:\/\/(?:127\.|localhost[:/]|\[::1\]|0\.0\.0\.0)/i.test(link));

/** The way to a poster's scan on this host, whatever host the link names: `/R/<CODE>`. */
export const scanPath = (link: string): string => {
  const place = link.search(/\/R\//i);
  return place < 0 ? link : link.slice(place);
};
