import Taro from '@tarojs/taro';

/** How playing a file came out. */
export type PlayOutcome = 'played' | 'refused' | 'stopped';

/** A player that tells neither of its end nor of a failure is given back all the same. */
const maxPlayMs = 6_000;

/** Plays a file, tells once how that came out, and gives the player back. Gives the way to end it before. */
export function playFile(file: string, onEnd: (played: PlayOutcome) => void): () => void {
  try {
    const player = Taro.createInnerAudioContext();
    let isOver = false;
    const end = (played: PlayOutcome) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      player.destroy();
      onEnd(played);
    };
    const timer = setTimeout(() => end('played'), maxPlayMs);
    player.onEnded(() => end('played'));
    player.onError(() => end('refused'));
    player.src = file;
    player.play();
    return () => end('stopped');
  } catch {
    // No player on this phone.
    onEnd('refused');
    return () => undefined;
  }
}
