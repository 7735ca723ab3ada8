import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MPEGDecoder } from 'mpg123-decoder';
import { clipOf } from './clip-of.mjs';
import { madeFolder } from './clips.mjs';
import { staleClips } from './make-clips.mjs';
import { loudnessOf } from './shape.mjs';
import { phonemesOf } from './synthesise.mjs';

/**
 * What a machine can say of the clips, as JSON: `node tools/voice/report.mjs [zh/admit …]`. Each is decoded again; Chinese is read by the
 * synthesiser's own dictionary too; those that are named are made once more and compared.
 */
const again = process.argv.slice(2);
const decoder = new MPEGDecoder();
await decoder.ready;

const heard = async (mp3) => {
  await decoder.reset();
  const { channelData, samplesDecoded, sampleRate, errors } = decoder.decode(mp3);
  const [samples = new Float32Array()] = channelData;
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const channels = channelData.length;
  return { seconds: samplesDecoded / sampleRate, channels, loudness: loudnessOf(samples), peak, errors };
};

const bySound = async ({ language, words, reading }) =>
  language === 'zh' && {
    byDictionary: await phonemesOf('cmn', words),
    byPinyin: await phonemesOf('cmn-latn-pinyin', reading),
  };

const { sentences, stale, leftOver } = await staleClips();
const clips = [];
for (const sentence of sentences) {
  const mp3 = readFileSync(join(madeFolder, `${sentence.clip}.mp3`));
  const remade = again.includes(sentence.clip) && { remade: mp3.equals(await clipOf(sentence)) };
  clips.push({ ...sentence, bytes: mp3.length, ...(await heard(mp3)), ...(await bySound(sentence)), ...remade });
}
console.log(JSON.stringify({ clips, stale: stale.map(({ clip }) => clip), leftOver }));
