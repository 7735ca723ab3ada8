import { outside } from './rooms';
import type { Source } from './sources';

const hidden = [/\bDate\.now\(/, /\bnew Date\(\s*\)/, /\bMath\.random\(/, /\bprocess\.env\b/, /\bperformance\.now\(/];

/** Every use of a hidden clock, chance or environment inside the house, as `file: what`. */
export const hiddenOutside = (sources: readonly Source[]): readonly string[] =>
  sources
    .filter((source) => !outside.some((room) => room.test(source.path)))
    .flatMap((source) =>
      hidden
        .filter((pattern) => pattern.test(source.text))
        .map((pattern) => `${source.path}: ${pattern.source.replaceAll('\\b', '').replaceAll('\\', '')}`),
    );

/** What asks the zone of the machine: times of this product are Shanghai's on any host, so only `shared/time.ts` says how one is read. */
const zoned = [
  /\.[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/,
  /\.to(?:Date|Time|LocaleDate|LocaleTime)String\(/,
  /\bIntl\.DateTimeFormat\b/,
  /\bnew Date\([^()]*,/,
];

/** The time inside a zip has no zone, and its writer reads this one off by the same clock that made it. */
const zoneDoesNotMatter = 'new Date(2020, 0, 1), mode';

/** Every use of the host's own time zone, as `file: what`. */
export const hostZones = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) =>
    zoned
      .filter((pattern) => pattern.test(text.replace(zoneDoesNotMatter, '')))
      .map((pattern) => `${path}: ${pattern.source}`),
  );
