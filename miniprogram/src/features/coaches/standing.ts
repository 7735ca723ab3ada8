import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import { formatInstant } from '@tongcheng/shared/time';
import type { DrawnFace } from '../../ui/verdict-shape';
import type { Say } from '../../ui/words';
import { standingTexts } from './texts/standing-texts';

type Standing = DepartureView['standing'];

/** How a standing is drawn: its ground, and the shape on it; none where there is nothing to judge. */
export const standingLooks: Readonly<
  Record<Standing, { readonly ground: 'complete' | 'incomplete' | 'awaited' | 'off'; readonly face?: DrawnFace }>
> = {
  complete: { ground: 'complete', face: 'admit' },
  incomplete: { ground: 'incomplete', face: 'refuse' },
  'ledger-awaited': { ground: 'awaited', face: 'expired' },
  voluntary: { ground: 'off' },
  cancelled: { ground: 'off' },
};

type Judged = Pick<DepartureView, 'standing' | 'lacks' | 'ledgerBy' | 'figures'>;

/** L-09, L-10: where the registration of a departure stands, in a line. */
export function standingWords({ standing, lacks, ledgerBy, figures }: Judged, say: Say): string {
  const until = ledgerBy === undefined ? '' : formatInstant(ledgerBy, 'MM-DD HH:mm');
  if (standing === 'ledger-awaited') return say(standingTexts['ledger-awaited'], { until });
  if (standing !== 'incomplete') return say(standingTexts[standing]);
  const n = figures.missing;
  if (lacks === 'ledger') return say(standingTexts.ledger, { n, until });
  return say(lacks === 'ticket-scans' ? standingTexts['ticket-scans'] : standingTexts.registrations, { n });
}
