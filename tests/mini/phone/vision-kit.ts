import type { VirtualTime } from './virtual-time';

/** A phone's reader of text, as far as a test decides over it and looks at it. */
export interface VisionKit {
  /**
   * Reads; or the library has VisionKit without text (2.26), or none at all (2.19); or the phone says beforehand that it cannot, throws
   * when asked, at the start, or at the first frame.
   */
  reads:
    | 'text'
    | 'library-without-text'
    | 'library-without-it'
    | 'not-here'
    | 'throws'
    | 'throws-later'
    | { readonly errno: number };
  /** Texts of what lies before the camera: an anchor each. Undefined: nothing that can be read. */
  inSight: readonly string[] | undefined;
  /** Some versions never answer where nothing was recognised; others answer with no anchors. */
  answersToNothing: boolean;
  /** How long a frame takes. */
  frameTakesMs: number;
  /** Sessions that were asked for and not given back; listeners to frames that run. */
  sessionsOpen: number;
  framesRunning: number;
  /** When each frame was begun, in the phone's time; how many ran at once at most. */
  readonly frames: number[];
  framesAtOnce: number;
}

/** The base library that a phone has. */
export const libraryOf = ({ reads }: VisionKit): string => {
  if (reads === 'library-without-text') return '2.26.2';
  return reads === 'library-without-it' ? '2.19.6' : '2.32.3';
};

/** A phone that reads, with nothing before its camera. */
export const newVisionKit = (): VisionKit => ({
  reads: 'text',
  inSight: undefined,
  answersToNothing: true,
  frameTakesMs: 180,
  sessionsOpen: 0,
  framesRunning: 0,
  frames: [],
  framesAtOnce: 0,
});

const frame = { width: 72, height: 128 } as const;
const frameEveryMs = 66;
const startTakesMs = 120;

type Told = (anchors: readonly object[]) => void;

/** What of a phone reads text: its reader, the camera that gives it frames, and the phone's time. */
interface ReadingPhone {
  readonly device: { readonly visionKit: VisionKit; readonly cameraOpen: boolean };
  readonly time: VirtualTime;
}

/**
 * VisionKit's functions of `wx` (base library 2.27.0) and the frames of the camera in the page (2.7.0): the start answers later, a frame
 * answers by `updateAnchors`, an anchor a line of text; frames come only while the camera is open, in memory of their own each.
 */
export function visionKit({ device, time }: ReadingPhone) {
  const kit = device.visionKit;
  const createVKSession = (wish: { readonly track?: { readonly OCR?: { readonly mode?: number } } }) => {
    if (kit.reads === 'throws')
      throw new Error('createVKSession:fail The current device does not support version "v1"');
    if (kit.reads === 'library-without-text') throw new Error('this version knows no such track');
    if (wish.track?.OCR?.mode !== 2) throw new Error('this session reads no frames that are given to it');
    kit.sessionsOpen += 1;
    const listeners = new Set<Told>();
    let state: 'new' | 'runs' | 'stopped' | 'gone' = 'new';
    let underWay = 0;
    const answer = (anchors: readonly object[] | undefined) => {
      underWay -= 1;
      if (state === 'runs' && anchors) for (const told of [...listeners]) told(anchors);
    };
    return {
      on: (event: string, told: Told) => event === 'updateAnchors' && listeners.add(told),
      off: (_event: string, told: Told) => listeners.delete(told),
      start: (begun: (errno: number | null) => void) => {
        time.set(() => {
          if (state === 'gone') return;
          const { reads } = kit;
          if (typeof reads === 'object') return begun(reads.errno);
          state = 'runs';
          begun(null);
        }, startTakesMs);
      },
      runOCR: ({ frameBuffer, width, height }: { frameBuffer: ArrayBuffer; width: number; height: number }) => {
        if (state !== 'runs' || kit.reads === 'throws-later') throw new Error('runOCR:fail session is not running');
        if (frameBuffer.byteLength !== width * height * 4) throw new Error('runOCR:fail four bytes a pixel');
        kit.frames.push(time.now());
        underWay += 1;
        kit.framesAtOnce = Math.max(kit.framesAtOnce, underWay);
        time.set(() => answer(anchorsOf(kit)), kit.frameTakesMs);
      },
      stop: () => {
        if (state !== 'runs') throw new Error('stop:fail session is not running');
        state = 'stopped';
      },
      destroy: () => {
        if (state === 'gone') throw new Error('destroy:fail session is gone');
        state = 'gone';
        kit.sessionsOpen -= 1;
      },
    };
  };
  const createCameraContext = () => ({
    onCameraFrame: (came: (frame: object) => void) => {
      let timer: number | undefined;
      const tick = () => {
        if (device.cameraOpen) came({ ...frame, data: new ArrayBuffer(frame.width * frame.height * 4) });
      };
      return {
        start: () => {
          if (timer !== undefined) return;
          kit.framesRunning += 1;
          timer = time.set(tick, frameEveryMs, true);
        },
        stop: () => {
          if (timer !== undefined) kit.framesRunning -= 1;
          time.clear(timer);
          timer = undefined;
        },
      };
    },
  });
  const ofThisVersion =
    kit.reads === 'library-without-it' ? {} : { createVKSession, isVKSupport: () => kit.reads !== 'not-here' };
  return { createCameraContext, ...ofThisVersion };
}

/** An anchor a text, as VisionKit tells them; undefined where this version stays silent. */
function anchorsOf({ inSight, answersToNothing }: VisionKit): readonly object[] | undefined {
  if (inSight === undefined) return answersToNothing ? [] : undefined;
  return inSight.map((text, id) => ({ id, type: 6, text }));
}
