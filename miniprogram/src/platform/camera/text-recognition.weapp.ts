import Taro from '@tarojs/taro';
import type { DocumentReaderProps, ReaderTrouble } from './document-reader';

/** VisionKit as far as it reads text. Taro's types of it know neither the text nor how a session is asked for. */
interface TextSession {
  on(event: 'updateAnchors', listener: AnchorListener): void;
  off(event: 'updateAnchors', listener: AnchorListener): void;
  /** Calls back with nothing, or with the number of what is missing. */
  start(begun: (errno: number | null | undefined) => void): void;
  runOCR(frame: Frame): void;
  stop(): void;
  destroy(): void;
}
interface Frame {
  /** Four bytes a pixel. */
  readonly frameBuffer: ArrayBuffer;
  readonly width: number;
  readonly height: number;
}
type AnchorListener = (anchors: readonly { readonly text?: string }[]) => void;

declare const wx: {
  isVKSupport?(version: 'v1'): boolean;
  createVKSession?(wish: {
    readonly track: { readonly OCR: { readonly mode: 2 } };
    readonly version: 'v1';
  }): TextSession;
};

const minLibrary = [2, 27, 0];
/** From one frame to the next at the soonest: about two a second keep a cheap phone cool. */
const frameIntervalMs = 500;
/** Some versions never answer a frame in which nothing was recognised; the next one does not wait longer than this. */
const answerWithinMs = 3_000;
/** VisionKit's numbers for a camera that was not allowed, by the phone, by WeChat, or in the dialog of privacy. */
const refusals = [104, 2003001, 2003002];
/** Its numbers for what will not change while the app runs: phone or system not supported, not named in the privacy declaration, withdrawn. */
const permanent = [112, 1025, 2000002, 2000003, 2000004];

/** What this phone can, kept by the module: it does not change while the app runs. */
let known: boolean | undefined;

/** Whether VisionKit reads text on this phone, as far as it says beforehand; once it said that it does not, this says so too. */
export function canReadText(): boolean {
  known ??= isOffered();
  return known;
}

function isOffered(): boolean {
  if (!Taro.canIUse('getAppBaseInfo') || !wx.isVKSupport || !wx.createVKSession) return false;
  return isFrom(Taro.getAppBaseInfo().SDKVersion ?? '', minLibrary) && wx.isVKSupport('v1');
}

/** Whether a version is this one or a later one. */
function isFrom(version: string, minimum: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const place = minimum.findIndex((part, at) => part !== parts[at]);
  return place < 0 || (parts[place] ?? 0) > (minimum[place] ?? 0);
}

/**
 * Reads the frames of the camera that the page draws, one frame at a time. Gives the way to end it, at any moment, which gives the session
 * and the frames back. Frames stay in memory and are let go once recognised.
 */
export function readFrames({ onReady, onRecognised, onTrouble }: DocumentReaderProps): () => void {
  const session = openSession();
  if (!session) {
    onTrouble('unable');
    return () => undefined;
  }
  let began = false;
  let over = false;
  const throttle = frameThrottle();
  const onAnchors: AnchorListener = (anchors) => {
    throttle.answered();
    if (!over) onRecognised(anchors.flatMap(({ text }) => (text === undefined ? [] : [text])));
  };
  const recognise = (frame: Frame) => {
    try {
      session.runOCR(frame);
    } catch {
      // A session that began and then refuses a frame: it is given back like any other.
      onTrouble('unable');
    }
  };
  const frames = Taro.createCameraContext().onCameraFrame(({ data, width, height }) => {
    if (!over && throttle.take()) recognise({ frameBuffer: data, width, height });
  });
  session.on('updateAnchors', onAnchors);
  session.start((errno) => {
    if (over) return;
    if (errno) return onTrouble(troubleOf(errno));
    began = true;
    frames.start();
    onReady();
  });
  return () => {
    over = true;
    throttle.end();
    session.off('updateAnchors', onAnchors);
    if (began) {
      frames.stop();
      session.stop();
    }
    session.destroy();
  };
}

/** A phone that promised a session and throws when it is asked for one has none. */
function openSession(): TextSession | undefined {
  try {
    return wx.createVKSession?.({ track: { OCR: { mode: 2 } }, version: 'v1' });
  } catch {
    known = false;
    return undefined;
  }
}

function troubleOf(errno: number): ReaderTrouble {
  if (permanent.includes(errno)) known = false;
  return refusals.includes(errno) ? 'refused' : 'unable';
}

/** Lets one frame through at a time, with a pause between two; the next one when the last was answered, or when no answer comes. */
function frameThrottle() {
  let timers: readonly ReturnType<typeof setTimeout>[] = [];
  let rested = true;
  let free = true;
  const answered = () => {
    free = true;
  };
  const end = () => timers.forEach(clearTimeout);
  const take = (): boolean => {
    if (!free || !rested) return false;
    end();
    free = false;
    rested = false;
    const rest = () => {
      rested = true;
    };
    timers = [setTimeout(rest, frameIntervalMs), setTimeout(answered, answerWithinMs)];
    return true;
  };
  return { take, answered, end };
}
