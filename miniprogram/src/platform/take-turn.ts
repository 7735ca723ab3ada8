import Taro from '@tarojs/taro';

/** How playing a file came out. */
export type Played = 'played' | 'refused' | 'stopped';

/** The right to sound, until somebody else takes it. */
export interface Turn {
  /** Whether nothing else began to sound since. */
  isMine(): boolean;
  /** Plays a file of the phone to its end. Refused: there is no player, or it cannot play this. */
  play(file: string): Promise<Played>;
}

/** A player that tells neither of its end nor of a failure is given back all the same. */
const longestMs = 6_000;

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

/** Plays a file, tells once how that came out, and gives the player back. Gives the way to end it before. */
function playFile(file: string, told: (played: Played) => void): () => void {
  try {
    const player = Taro.createInnerAudioContext();
    let isOver = false;
    const end = (played: Played) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      player.destroy();
      told(played);
    };
    const timer = setTimeout(() => end('played'), longestMs);
    player.onEnded(() => end('played'));
    player.onError(() => end('refused'));
    player.src = file;
    player.play();
    return () => end('stopped');
  } catch {
    // No player on this phone.
    told('refused');
    return () => undefined;
  }
}
