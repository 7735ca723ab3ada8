import Taro from '@tarojs/taro';
import { dropOwn, isThere, ownFile, writeOwn } from './own-file';
import { waveOf } from './tone-wave';
import { type Manner, type Signal, tonesOf } from './tones';

/** Another number when tones change, or phones would go on with the files that they have. */
const edition = 1;
/** A player that tells neither of its end nor of a failure is given back all the same. */
const longestMs = 6_000;

let stop: (() => void) | undefined;

/**
 * Sounds a signal after the screen is drawn; a new one ends the one before. The phone's own mute switch is obeyed, which is both
 * platforms' rule unless a program asks otherwise. Whatever fails, fails in silence: vibration and screen tell the same.
 */
export const sound = (signal: Signal, manner: Manner): void => {
  stop?.();
  let wanted = true;
  stop = () => {
    wanted = false;
  };
  setTimeout(async () => {
    const file = await toneFile(signal, manner);
    if (file !== undefined && wanted) play(file);
  }, 0);
};

/** The file of a signal's tones, made when it is first needed; undefined where the phone keeps no files. */
async function toneFile(signal: Signal, manner: Manner): Promise<string | undefined> {
  const file = ownFile(`tone-${edition}-${manner}-${signal}.wav`);
  if (await isThere(file)) return file;
  return (await writeOwn(file, waveOf(tonesOf[manner][signal]))) ? file : undefined;
}

function play(file: string): void {
  try {
    const player = Taro.createInnerAudioContext();
    const release = () => {
      clearTimeout(timer);
      if (stop === release) stop = undefined;
      player.destroy();
    };
    const timer = setTimeout(release, longestMs);
    stop = release;
    player.onEnded(release);
    player.onError(() => {
      release();
      // A file that was cut short is made anew the next time.
      dropOwn(file);
    });
    player.src = file;
    player.play();
  } catch {
    // No player on this phone.
  }
}
