import { Text, View } from '@tarojs/components';
import { departureCodeInText } from '@tongcheng/shared/coaches/departure-code';
import type { Text as Words } from '@tongcheng/shared/text';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLasts, usePhone, useRecord } from '../../client/phone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { CameraStage } from './camera-stage';
import { Companions } from './companions';
import { queueRecord } from './queue';
import { createScanFlow, type ScanFlow } from './scan-flow';
import { isReading, type ScanState } from './scan-state';
import { shownOf, shownScanRecord } from './shown-scan';
import { scanTexts } from './texts/scan-texts';
import { TypeCode } from './type-code';
import { VenuePreview } from './venue-preview';
import './scan.scss';

interface ScanScreenProps {
  /** Whether the page is in front; the camera is let go when it is not. */
  readonly active: boolean;
  /** A code that the phone's own scanner read: it goes by itself. */
  readonly code?: string | undefined;
  /** The code was refused or called off: it shall not be read again by itself. */
  readonly onOver: () => void;
  /** The outcome is kept and can be shown. */
  readonly onDone: () => void;
  /** It was the code of a coach's departure, which has a page of its own. */
  readonly onDeparture: (code: string) => void;
}

const wait = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** From the camera to the outcome. Everything else waits below until there is something to say. */
export function ScanScreen({ active, code, onOver, onDone, onDeparture }: ScanScreenProps) {
  const phone = usePhone();
  const { records, clock, position } = phone;
  const flow = useMemo(() => createScanFlow({ ...phone, wait }), [phone]);
  const state = useSyncExternalStore(flow.watch, flow.state, flow.state);
  const read = (seen: string) => {
    const departure = departureCodeInText(seen);
    if (departure === undefined) flow.read(seen);
    else onDeparture(departure);
  };
  const [typing, setTyping] = useState(false);
  const [lastTyped, setLastTyped] = useState<string>();
  // A code that came along goes first: until it is under way no camera and no scanner opens over it.
  const [begun, setBegun] = useState(code === undefined);
  useEffect(() => {
    if (active) position.refresh('scan');
  }, [active, position]);
  useEffect(() => {
    if (code !== undefined) flow.read(code);
    setBegun(true);
  }, [flow, code]);
  useEffect(() => {
    if (state.at === 'refused' || state.at === 'paused') onOver();
    if (state.at !== 'done') return;
    records.write(shownScanRecord, shownOf(state.outcome, clock.now(), records));
    onDone();
  }, [state, records, clock, onOver, onDone]);
  return (
    <View className="scan">
      <CameraStage
        active={active && !typing}
        reading={begun && isReading(state)}
        onRead={read}
        onRefresh={flow.again}
        onType={() => setTyping(true)}
      />
      <BelowCamera state={state} flow={flow} lastTyped={lastTyped} onType={() => setTyping(true)} />
      {typing && (
        <TypeCode
          onClose={() => setTyping(false)}
          onCode={(typed) => {
            setTyping(false);
            setLastTyped(typed);
            flow.again();
            read(typed);
          }}
        />
      )}
    </View>
  );
}

interface BelowCameraProps {
  readonly state: ScanState;
  readonly flow: ScanFlow;
  readonly lastTyped: string | undefined;
  readonly onType: () => void;
}

function BelowCamera({ state, flow, lastTyped, onType }: BelowCameraProps) {
  const say = useSay();
  switch (state.at) {
    case 'aiming':
    case 'done':
      return <Waiting />;
    case 'identifying':
      return <UnderWay words={say(scanTexts.looking)} />;
    case 'recording':
      return <UnderWay words={say(scanTexts.recording)} />;
    case 'showing':
      return <VenuePreview state={state} flow={flow} />;
    case 'paused':
      return (
        <View className="seen">
          <Text>{say(scanTexts.cancelled)}</Text>
          <Button onPress={flow.again}>{say(scanTexts.again)}</Button>
        </View>
      );
    case 'refused':
      return (
        <View className="seen" id="scan-refused">
          <NoticeBar tone="heed" words={say(refusalWords(state, lastTyped))} />
          <Button onPress={flow.again} icon="scan">
            {say(scanTexts.again)}
          </Button>
          <Button variant="plain" onPress={onType} icon="keyboard">
            {say(scanTexts.type)}
          </Button>
        </View>
      );
  }
}

/** Whoever typed a code is not asked to point a camera. */
const refusalWords = ({ read, code, reason }: ScanState & { at: 'refused' }, lastTyped: string | undefined): Words =>
  code === 'code-unknown' && read === lastTyped ? scanTexts.typedUnknown : reason;

function UnderWay({ words }: { readonly words: string }) {
  return (
    <View className="seen" role="status">
      <Text className="seen-venue">{words}</Text>
    </View>
  );
}

/** Who rides along, and what still waits on this phone. */
function Waiting() {
  return (
    <>
      <Companions />
      <StillWaiting />
    </>
  );
}

function StillWaiting() {
  const say = useSay();
  const { length } = useRecord(queueRecord).waiting;
  const lasts = useLasts(queueRecord);
  if (length === 0) return null;
  const kept = length === 1 ? say(scanTexts.waitingOne) : say(scanTexts.waiting, { n: length });
  return (
    <View className="scan-waiting">
      {lasts ? <NoticeBar words={kept} /> : <NoticeBar tone="heed" words={say(scanTexts.waitingHeld)} />}
    </View>
  );
}
