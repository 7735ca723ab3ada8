import { samplesPerSecond } from './synthesise.mjs';

/** Under this nothing is heard; eSpeak begins and ends with silence. */
const silent = 0.01;
/** Players cut off the beginning and the end of short sounds. */
const leadSeconds = 0.05;
const tailSeconds = 0.12;
/** −16 dB below full scale: as loud as announcements are made, with room for consonants. */
const loudness = 0.158;
/** From here peaks are bent, and none passes the ceiling: what an encoder makes of a peak is up to a quarter higher. */
const knee = 0.5;
const ceiling = 0.7;

/** Mean loudness (root of the mean square). */
export const loudnessOf = (samples) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** Silence at both ends cut to what players need. */
const trimmed = (samples) => {
  const from = samples.findIndex((sample) => Math.abs(sample) > silent);
  const to = samples.findLastIndex((sample) => Math.abs(sample) > silent) + 1;
  const lead = Math.round(leadSeconds * samplesPerSecond);
  const shaped = new Float32Array(lead + to - from + Math.round(tailSeconds * samplesPerSecond));
  shaped.set(samples.subarray(from, to), lead);
  return shaped;
};

/** A peak bent below the ceiling. Only the four operations: the same on every machine. */
const bent = (sample) => {
  const size = Math.abs(sample);
  if (size <= knee) return sample;
  const over = (size - knee) / (ceiling - knee);
  return Math.sign(sample) * (knee + (ceiling - knee) * (over / (1 + over)));
};

/** Speech trimmed and made as loud as every other clip. Bending takes loudness away, so it is asked for in a few steps. */
export const shaped = (samples) => {
  const spoken = trimmed(samples);
  let gain = 1;
  for (let step = 0; step < 6; step += 1) gain *= loudness / loudnessOf(spoken.map((sample) => bent(sample * gain)));
  return spoken.map((sample) => bent(sample * gain));
};
