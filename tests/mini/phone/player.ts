import type { Functions, Parts } from './parts';
import { clipIn } from './voice-clips';
import { tonesIn } from './wave';

/** Error numbers that both platforms give: no such file, a form that cannot be played. */
const errors = { file: 10003, form: 10004 } as const;

/**
 * The platform's player of short sounds. It tells of its end or of an error once, later; a muted phone plays in silence; nothing is given
 * back until the program destroys it. Whether it plays WAV is the device's; `otherwise` is what the platform promises. Both promise MP3.
 */
export function playerOf({ device, time }: Parts, otherwise: boolean): Functions {
  return { createInnerAudioContext: () => newPlayer() };

  function newPlayer() {
    let ended = () => undefined as unknown;
    let erred = (_error: object) => undefined as unknown;
    let timer: number | undefined;
    device.playersOpen += 1;
    const player = {
      src: '',
      onEnded: (told: () => void) => {
        ended = told;
      },
      onError: (told: (error: object) => void) => {
        erred = told;
      },
      play: () => {
        timer = time.set(begin, 5);
      },
      destroy: () => {
        time.clear(timer);
        device.playersOpen -= 1;
      },
    };
    const begin = () => {
      const file = device.files.get(player.src);
      const clip = file && clipIn(file);
      if (clip) {
        if (!device.isMuted) device.said.push(clip.name);
        timer = time.set(ended, clip.ms);
        return;
      }
      const heard = file && tonesIn(file);
      if (!heard || !(device.playsWave ?? otherwise)) {
        erred({ errCode: file ? errors.form : errors.file });
        return;
      }
      if (!device.isMuted) device.heard.push(...heard.tones);
      timer = time.set(ended, heard.ms);
    };
    return player;
  }
}
