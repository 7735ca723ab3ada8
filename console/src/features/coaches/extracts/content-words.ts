import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import type { Say } from '../../../ui/language';
import { extractTexts } from './texts';

/** What a request asks for, in words. */
export function contentWords({ content }: Pick<ExtractRow, 'content'>, say: Say): string {
  const { of, from, to, departureId, plate, serviceNumber, stationId, toCity, maskedDocument } = content;
  const days = from === to ? from : `${from} – ${to}`;
  const said = [plate, serviceNumber, stationId, toCity, maskedDocument, departureId && `…${departureId.slice(-5)}`];
  return [say(extractTexts[of]), days, ...said.filter((each) => each !== undefined)].join(' · ');
}
