import { playFile } from './play-file';

/** How playing a file came out. */
export type Played = 'played' | 'refused' | 'stopped';

/** The right to sound, until somebody else takes it. */
export interface Turn {
  /** Whether nothing else began to sound since. */
  isMine(): boolean;
  /** Plays a file of the phone to its end. Refused: there is no player, or it cannot play this. */
  play(file: string): Promise<Played>;
}

let endLast: () => void = () => undefined;

/** Begins to sound something: what sounded before falls silent, and whatever would have followed it. */
export function takeTurn(): Turn {
  endLast();
  let isMine = true;
  let silence: () => void = () => undefined;
  endLast = () => {
    isMine = false;
    silence();
  };
  return {
    isMine: () => isMine,
    play: (file) =>
      new Promise((resolve) => {
        if (!isMine) return resolve('stopped');
        silence = playFile(file, (played) => {
          silence = () => undefined;
          resolve(played);
        });
      }),
  };
}
