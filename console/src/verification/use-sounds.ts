import { useEffect, useRef, useState } from 'react';
import { type Speaker, webSpeaker } from '../platform/speaker';
import { useStoredSwitch } from '../platform/text-storage';
import { type Sound, sounds } from './sounds';

/** `asleep`: the browser has not yet been touched and plays nothing. */
export type Loudness = 'on' | 'muted' | 'asleep';

/** The screen's sounds: one switch to mute them; the first touch anywhere wakes the loudspeaker. */
export const useSounds = (makeSpeaker: () => Speaker = webSpeaker) => {
  const speaker = useRef<Speaker>();
  speaker.current ??= makeSpeaker();
  const [muted, mute] = useStoredSwitch('muted');
  const [awake, setAwake] = useState(false);
  const isMuted = useRef(muted);
  isMuted.current = muted;

  useEffect(() => {
    const wake = () => {
      speaker.current?.wake();
      setAwake(true);
    };
    window.addEventListener('pointerdown', wake, { once: true });
    window.addEventListener('keydown', wake, { once: true });
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);

  const play = useRef((sound: Sound) => {
    if (!isMuted.current) speaker.current?.play(sounds[sound]);
  }).current;
  const loudness: Loudness = muted ? 'muted' : awake ? 'on' : 'asleep';
  return { play, loudness, toggle: () => mute(!muted) };
};
