/** One tone: when it begins after the start of its sound, how long it lasts, how high it is. */
export interface TimedTone {
  readonly afterMs: number;
  readonly forMs: number;
  readonly hertz: number;
}

/** Plays tones by WebAudio. Browsers keep it silent until `wake` was called from a tap. */
export interface Speaker {
  wake(): void;
  play(tones: readonly TimedTone[]): void;
}

const attackSeconds = 0.01;
const loudness = 0.4;

const sound = (context: AudioContext, tone: TimedTone) => {
  const from = context.currentTime + tone.afterMs / 1_000;
  const to = from + tone.forMs / 1_000;
  const voice = context.createOscillator();
  const volume = context.createGain();
  voice.frequency.value = tone.hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(loudness, from + attackSeconds);
  volume.gain.setValueAtTime(loudness, Math.max(from + attackSeconds, to - attackSeconds));
  volume.gain.linearRampToValueAtTime(0, to);
  voice.connect(volume).connect(context.destination);
  voice.start(from);
  voice.stop(to);
};

/** The tablet's own loudspeaker; does nothing where there is no WebAudio. */
export const webSpeaker = (): Speaker => {
  let context: AudioContext | undefined;
  return {
    wake: () => {
      if (typeof AudioContext === 'undefined') return;
      context ??= new AudioContext();
      void context.resume();
    },
    play: (tones) => {
      const awake = context;
      if (awake?.state !== 'running') return;
      for (const tone of tones) sound(awake, tone);
    },
  };
};
