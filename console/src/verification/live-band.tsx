import { minuteBand } from '@tongcheng/shared/rides/minute-band';
import type { Text } from '@tongcheng/shared/text';

/** The moving band of the minute's word, as on the rider's own screen: a glance tells whether both move alike. */
export const LiveBand = ({ word }: { readonly word: Text }) => {
  const { lean, run, seconds } = minuteBand(word.zh);
  const animationDirection = run === 'forward' ? 'normal' : 'reverse';
  return (
    <div
      className={`band band-${lean}`}
      style={{ animationDuration: `${seconds}s`, animationDirection }}
      data-part="band"
      data-band={`${lean} ${run} ${seconds}`}
      aria-hidden="true"
    />
  );
};
