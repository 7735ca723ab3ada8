import type { Verdict } from '@tongcheng/shared/rides/wire';
import type { Signal } from '../../platform/sound/signals';
import type { DrawnFace } from '../../ui/verdict-shape';

/** The faces that a living verdict can have. */
export type LiveFace = Exclude<DrawnFace, 'expired'>;

/** Reasons that the rider mends by completing the status (W-06 grey). */
const completable = ['status-missing', 'status-expired'];

/** The face of a verdict: grey where the way on is to complete the status, else as staff decide (W-06 to W-08). */
export const liveFaceOf = ({ decision, reasons }: Pick<Verdict, 'decision' | 'reasons'>): LiveFace => {
  if (decision !== 'refer') return decision;
  const [first] = reasons;
  return first && completable.includes(first.code) ? 'grey' : 'refer';
};

/** The signal of a face. */
export const signalOf = (face: LiveFace): Signal => (face === 'grey' ? 'refer' : face);
