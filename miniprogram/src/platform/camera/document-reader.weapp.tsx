import { Camera } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { wasRefused } from './camera-fallbacks';
import type { DocumentReaderProps } from './document-reader';
import { canReadText, readFrames } from './text-recognition.weapp';

/** Whether VisionKit reads text here: base library 2.27.0 and a phone that it knows. */
export const canReadDocuments = canReadText;

/**
 * WeChat's camera, whose frames VisionKit reads on the phone: no picture is taken. Camera, frames and session are given back when it is
 * no longer drawn, and when WeChat stops the camera.
 */
export function DocumentReader(props: DocumentReaderProps) {
  const latest = useRef(props);
  latest.current = props;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    return readFrames({
      onReady: () => latest.current.onReady(),
      onRecognised: (recognised) => latest.current.onRecognised(recognised),
      onTrouble: (trouble) => latest.current.onTrouble(trouble),
    });
  }, [open]);
  const fail = async (reason: unknown) => {
    latest.current.onTrouble((await wasRefused(reason)) ? 'refused' : 'unable');
  };
  return (
    <Camera
      id="document-live"
      className="document-live"
      mode="normal"
      resolution="high"
      frameSize="large"
      devicePosition="back"
      flash="off"
      onInitDone={() => setOpen(true)}
      onStop={() => setOpen(false)}
      onError={({ detail }) => fail(detail)}
    />
  );
}
