import { useEffect, useRef } from 'react';
import { hasTorch, lightOf, readFrame, setTorch } from './camera-picture.h5';
import type { CameraTrouble, CodeReaderProps } from './code-reader-props';

/** Between two frames: quick enough for a moving hand, slow enough to keep the phone cool. */
const frameIntervalMs = 120;

/** The camera's picture in the page, read by jsqr; it opens as soon as the page does and is let go when it is left. */
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

/** Opens the camera and reads frames until stopped. Gives the way to stop. */
function watchCamera(
  picture: HTMLVideoElement,
  latest: { readonly current: CodeReaderProps },
  opened: (stream: MediaStream | undefined) => void,
): () => void {
  let stopped = false;
  let stream: MediaStream | undefined;
  const stop = () => {
    stopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
    picture.srcObject = null;
    opened(undefined);
  };
  const start = async () => {
    const [came, { default: read }] = await Promise.all([openCamera(), import('jsqr')]);
    stream = came;
    if (stopped) return stop();
    opened(stream);
    picture.srcObject = stream;
    await picture.play().catch(() => undefined);
    latest.current.onReady();
    const canvas = document.createElement('canvas');
    const next = () => {
      if (stopped || !stream) return;
      const seen = readFrame(picture, canvas, read);
      if (seen) latest.current.onLight(lightOf(stream, seen.dark));
      if (seen?.text !== undefined) latest.current.onRead(seen.text);
      setTimeout(next, frameIntervalMs);
    };
    next();
  };
  start().catch((fault: unknown) => {
    if (!stopped) latest.current.onTrouble(troubleOf(fault));
  });
  return stop;
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
