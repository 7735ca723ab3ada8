import { createMp3Encoder } from 'wasm-media-encoders';
import { samplesPerSecond } from './synthesise.mjs';

/** Kilobits a second, constant: enough for one voice, and old players guess no lengths. */
const bitrate = 24;

/** Samples as MP3, one channel: the form that both platforms promise to play. */
export const encode = async (samples) => {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: samplesPerSecond, channels: 1, bitrate });
  // The encoder gives its own memory, which the next call writes over.
  const body = Buffer.from(encoder.encode([samples]));
  return Buffer.concat([body, Buffer.from(encoder.finalize())]);
};
