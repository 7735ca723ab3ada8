import { useEffect, useRef } from 'react';
import { grabPicture, hasTorch, isDark, setTorch } from './camera-picture.h5';
import { createCodeChoice } from './choose-code';
import type { CameraTrouble, CodeReaderProps } from './code-reader-props';
import { type FrameReader, openFrameReader } from './frame-reader.h5';

/** Between two pictures: quick enough for a moving hand, slow enough to keep the phone cool. */
const pauseMs = 120;
/** Codes are looked for in pictures no larger than the camera is asked for: 32 mm then read at 40 cm, at half of it at 20. */
const readSidePx = 1_280;
/** Enough to see whether it is dark. */
const lightSidePx = 160;

/** The camera's picture in the page and what reads it; it opens as soon as the page does and is let go when it is left. */
export function CodeReader(props: CodeReaderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const { active, torch, attempt } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the camera opens once for each attempt, not for each drawing
  useEffect(() => {
    const picture = video.current;
    if (!active || !picture) return;
    return watchCamera(picture, latest, (opened) => {
      stream.current = opened;
    });
  }, [active, attempt]);
  useEffect(() => {
    if (stream.current && hasTorch(stream.current)) setTorch(stream.current, torch);
  }, [torch]);
  return <video className="reader-picture" ref={video} playsInline muted autoPlay />;
}

interface Latest {
  readonly current: CodeReaderProps;
}

/** Opens the camera and reads its pictures until stopped. Gives the way to stop. */
function watchCamera(
  video: HTMLVideoElement,
  latest: Latest,
  opened: (stream: MediaStream | undefined) => void,
): () => void {
  let stopped = false;
  let stream: MediaStream | undefined;
  let reader: FrameReader | undefined;
  const stop = () => {
    stopped = true;
    reader?.close();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    opened(undefined);
  };
  const start = async () => {
    stream = await openCamera();
    reader = await openFrameReader();
    if (stopped) return stop();
    opened(stream);
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    latest.current.onReady();
    const look = makeLook({ video, stream, reader, latest });
    while (!stopped) {
      await look();
      await new Promise((rested) => setTimeout(rested, pauseMs));
    }
  };
  start().catch((fault: unknown) => {
    if (stopped) return;
    stop();
    latest.current.onTrouble(troubleOf(fault));
  });
  return stop;
}

interface Watched {
  readonly video: HTMLVideoElement;
  readonly stream: MediaStream;
  readonly reader: FrameReader;
  readonly latest: Latest;
}

/** Looks at the present picture once: at its light always, for codes while one is wanted. */
function makeLook({ video, stream, reader, latest }: Watched): () => Promise<void> {
  const [small, large] = [document.createElement('canvas'), document.createElement('canvas')];
  const choose = createCodeChoice();
  return async () => {
    const light = grabPicture(video, small, lightSidePx);
    if (!light) return;
    latest.current.onLight({ dark: isDark(light), torch: hasTorch(stream) });
    if (!latest.current.reading) return;
    const choice = choose(await reader.read(video, () => grabPicture(video, large, readSidePx) ?? light));
    latest.current.onSeveral(choice.is === 'several');
    if (choice.is === 'one') latest.current.onRead(choice.text);
  };
}

function openCamera(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) return Promise.reject(new DOMException('no camera here', 'NotFoundError'));
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

const troubles: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

const troubleOf = (fault: unknown): CameraTrouble =>
  (fault instanceof DOMException ? troubles[fault.name] : undefined) ?? 'absent';
