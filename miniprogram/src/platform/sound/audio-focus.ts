import { type PlayOutcome, playFile } from './play-file';

/** The audio focus: the right to sound, until something else takes it. */
export interface AudioFocus {
  /** Whether nothing else began to sound since. */
  isHeld(): boolean;
  /** Plays a file of the phone to its end. Refused: there is no player, or it cannot play this. */
  play(file: string): Promise<PlayOutcome>;
}

/** Kept by the module, as the phone has one loudspeaker. */
let endPrevious: () => void = () => undefined;

/** Begins to sound something: what sounded before falls silent, and whatever would have followed it. */
export function takeAudioFocus(): AudioFocus {
  endPrevious();
  let held = true;
  let silence: () => void = () => undefined;
  endPrevious = () => {
    held = false;
    silence();
  };
  return {
    isHeld: () => held,
    play: (file) =>
      new Promise((resolve) => {
        if (!held) return resolve('stopped');
        silence = playFile(file, (played) => {
          silence = () => undefined;
          resolve(played);
        });
      }),
  };
}
