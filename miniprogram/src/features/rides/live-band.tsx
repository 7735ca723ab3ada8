import { View } from '@tarojs/components';
import { minuteBand } from '@tongcheng/shared/rides/minute-band';
import type { Text } from '@tongcheng/shared/text';

/** The moving band behind a live verdict; staff's screen moves the same way in the same minute. */
export function LiveBand({ word }: { readonly word: Text }) {
  const { lean, run, seconds } = minuteBand(word.zh);
  return (
    <View
      className={`band band-${lean}`}
      style={{ animationDuration: `${seconds}s`, animationDirection: run === 'forward' ? 'normal' : 'reverse' }}
      aria-hidden
    />
  );
}
