import { pauseMs, type Tone } from './signals';

const rate = 8_000;
/** Eight bits have no sign: silence lies in the middle. */
const silence = 128;
const loudest = 90;
const swellMs = 10;
/** Players cut off the beginning and the end of very short sounds. */
const leadMs = 40;
const tailMs = 160;
const headBytes = 44;

const samplesIn = (ms: number): number => Math.round((ms * rate) / 1_000);

/** Tones one after the other as a WAV file (PCM, 8 kHz, one channel, 8 bits): some kilobytes, made in some milliseconds. */
export function waveOf(tones: readonly Tone[]): ArrayBuffer {
  const soundMs = tones.reduce((sum, { ms }) => sum + ms + pauseMs, 0);
  const samples = samplesIn(leadMs + soundMs + tailMs);
  const bytes = new Uint8Array(headBytes + samples).fill(silence, headBytes);
  writeHead(new DataView(bytes.buffer), samples);
  let at = headBytes + samplesIn(leadMs);
  for (const tone of tones) {
    writeTone(bytes, at, tone);
    at += samplesIn(tone.ms + pauseMs);
  }
  return bytes.buffer;
}

/** A tone that swells and fades a little, so that it does not click. */
function writeTone(bytes: Uint8Array, at: number, { hertz, ms }: Tone): void {
  const length = samplesIn(ms);
  const swell = samplesIn(swellMs);
  for (let place = 0; place < length; place += 1) {
    const volume = Math.min(1, place / swell, (length - place) / swell);
    bytes[at + place] = silence + Math.round(loudest * volume * Math.sin((2 * Math.PI * hertz * place) / rate));
  }
}

/** RIFF's own head: what follows, at what rate, in what form. */
function writeHead(head: DataView, samples: number): void {
  writeName(head, 0, 'RIFF');
  head.setUint32(4, headBytes - 8 + samples, true);
  writeName(head, 8, 'WAVE');
  writeName(head, 12, 'fmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  writeName(head, 36, 'data');
  head.setUint32(40, samples, true);
}

function writeName(head: DataView, at: number, name: string): void {
  for (let place = 0; place < name.length; place += 1) head.setUint8(at + place, name.charCodeAt(place));
}
