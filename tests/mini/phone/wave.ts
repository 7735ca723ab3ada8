/** A tone as somebody hears it. */
export interface Tone {
  readonly hertz: number;
  readonly ms: number;
}

const silence = 128;
/** So long a silence parts two tones. */
const partingMs = 30;

/** What a WAV file (PCM, one channel, 8 bits) sounds like; undefined when a player would refuse it. */
export function tonesIn(file: Uint8Array): { readonly tones: readonly Tone[]; readonly ms: number } | undefined {
  const bytes = Buffer.from(file);
  const names = [bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16), bytes.toString('latin1', 36, 40)];
  if (names.join() !== 'RIFF,WAVEfmt ,data' || bytes.readUInt32LE(4) !== bytes.length - 8) return undefined;
  const form = [bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt16LE(32), bytes.readUInt16LE(34)];
  const rate = bytes.readUInt32LE(24);
  if (form.join() !== '1,1,1,8' || bytes.readUInt32LE(28) !== rate || bytes.readUInt32LE(40) !== bytes.length - 44)
    return undefined;
  const samples = bytes.subarray(44);
  const parts = soundingParts(samples, (partingMs * rate) / 1_000);
  const tones = parts.map(([from, to]) => {
    const seconds = (to - from) / rate;
    return { hertz: Math.round(risesIn(samples.subarray(from, to)) / seconds), ms: Math.round(seconds * 1_000) };
  });
  return { tones, ms: (samples.length / rate) * 1_000 };
}

/** From and to of what is not silence. */
function soundingParts(samples: Uint8Array, parting: number): [number, number][] {
  const parts: [number, number][] = [];
  samples.forEach((sample, place) => {
    if (sample === silence) return;
    const last = parts[parts.length - 1];
    if (last && place - last[1] < parting) last[1] = place + 1;
    else parts.push([place, place + 1]);
  });
  return parts;
}

/** How often the wave rises through the middle: once each period. */
const risesIn = (samples: Uint8Array): number =>
  samples.filter((sample, place) => sample >= silence && (samples[place - 1] ?? silence) < silence).length + 0.5;
