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
