import { useEffect } from 'react';
import { onNetworkBack } from '../../platform/network/network';
import { prepareVoice } from '../../platform/sound/speech';
import type { Preferences } from '../../ui/preferences';
import { spokenTexts } from './texts/spoken-texts';

/** The first scan comes first; fetching a voice can wait. */
const downloadAfterMs = 4_000;

/** In elder mode, brings the voice of the rider's language to the phone: soon after the start or the choice, and when the network returns. */
export function useVoice({ elder, language }: Pick<Preferences, 'elder' | 'language'>): void {
  useEffect(() => {
    if (!elder) return;
    const prepare = () => {
      prepareVoice(language, Object.keys(spokenTexts)).catch(() => undefined);
    };
    const timer = setTimeout(prepare, downloadAfterMs);
    const stop = onNetworkBack(prepare);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [elder, language]);
}
