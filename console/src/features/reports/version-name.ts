import type { Say } from '../../ui/language';
import { reportTexts } from './texts';

/** What a version is called: the report of the day, or its first, second … supplement. */
export const versionName = (version: number, say: Say): string =>
  version === 1 ? say(reportTexts.first) : say(reportTexts.supplement, { n: version - 1 });
