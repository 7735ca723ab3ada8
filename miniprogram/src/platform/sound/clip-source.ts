import type { Language } from '@tongcheng/shared/text';
import { serviceOrigin } from '../network/network';

/** Changes with every change of a clip; the word is replaced while building (`tools/voice/clips.mjs`). */
export const voiceEdition: string = process.env.TARO_APP_VOICE;

/**
 * Where a clip is fetched: beside the web app on every home. The path has no edition, so that a program that came to the phone long
 * ago still finds its sentences; the question mark keeps former ones out of the way that something between may have kept.
 */
export const clipAddress = (language: Language, name: string): string =>
  `${serviceOrigin}/app/voice/${language}/${name}.mp3?${voiceEdition}`;

/** Whether bytes begin as MP3 does: with a frame, or with the label that recording programs put before it. A page that a network's sign-in slipped in does not. */
export const isMp3 = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  (first === 0xff && second >= 0xe0) || (first === 0x49 && second === 0x44 && third === 0x33);
