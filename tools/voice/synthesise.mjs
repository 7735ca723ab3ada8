import loadEspeak from '@echogarden/espeak-ng-emscripten';

/** A voice for elders in a noisy bus: slower than people speak, by a deep voice, which an old ear keeps longest. */
export const voices = {
  zh: { voice: 'cmn-latn-pinyin', rate: 140 },
  en: { voice: 'en', rate: 125 },
};

/** What eSpeak gives. */
export const samplesPerSecond = 22_050;

/** A synthesiser of its own for each sentence: one that has spoken before draws its noises otherwise, and no clip would be made twice alike. */
const newSpeaker = async () => {
  const espeak = await loadEspeak({ print: () => undefined, printErr: () => undefined });
  return { espeak, speaker: new espeak.eSpeakNGWorker() };
};

/** A reading as sound, from -1 to 1. The same reading gives the same samples on every machine. */
export const synthesise = async ({ language, reading }) => {
  const { voice, rate } = voices[language];
  const { speaker } = await newSpeaker();
  if (speaker.set_voice(voice) !== 0) throw new Error(`eSpeak has no voice ${voice}`);
  speaker.set_rate(rate);
  const samples = [];
  speaker.synthesize(reading, (part) => {
    for (const sample of part ?? []) samples.push(sample / 32_768);
    return false;
  });
  return Float32Array.from(samples);
};

let reader;

/** The phonemes of a text as a voice reads it, without stress and pauses: what is compared when two ways of writing must sound alike. */
export const phonemesOf = async (voice, text) => {
  reader ??= await newSpeaker();
  const { espeak, speaker } = reader;
  speaker.set_voice(voice);
  const { ptr } = speaker.convert_to_phonemes(text, false);
  const bytes = espeak.HEAPU8.subarray(ptr, espeak.HEAPU8.indexOf(0, ptr));
  return Buffer.from(bytes)
    .toString('utf8')
    .split(/[\s_|',]+/)
    .filter((sound) => sound !== '');
};
