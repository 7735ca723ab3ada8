import { View } from '@tarojs/components';
import { minuteBand } from '@tongcheng/shared/rides/minute-band';
import type { Text } from '@tongcheng/shared/text';

/** The moving band behind a verdict; it stands still once the verdict has expired. */
export function LiveBand({ word, alive }: { readonly word: Text; readonly alive: boolean }) {
  const { lean, run, seconds } = minuteBand(word.zh);
  return (
    <View
      className={`band band-${lean}`}
      style={{
        animationDuration: `${seconds}s`,
        animationDirection: run === 'forward' ? 'normal' : 'reverse',
        animationPlayState: alive ? 'running' : 'paused',
      }}
      aria-hidden
    />
  );
}
