import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { PhoneProvider, useKept, usePhone } from './client/phone';
import { useDelivery } from './features/rides/use-delivery';
import { useVoice } from './features/rides/use-voice';
import { useEntry, useWayFromNowhere } from './pages/entry';
import { announceLanguage } from './platform/device/language';
import { keepAppAtHand } from './platform/network/network';
import { onOtherCopyWrote } from './platform/storage/tabs';
import { PreferencesProvider } from './ui/preferences';
import { preferencesRecord } from './wiring/preferences-record';
import { wirePhone } from './wiring/wire-phone';
import './app.scss';

const phone = wirePhone();

/** The frame of every page; pages come as children. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return (
    <PhoneProvider value={phone}>
      <Remembered>{children}</Remembered>
    </PhoneProvider>
  );
}

/** What lasts as long as the app: preferences, delivery of kept scans, elder mode's voice, an ear for other tabs. */
function Remembered({ children }: PropsWithChildren): ReactNode {
  const { records } = usePhone();
  const preferences = useKept(preferencesRecord);
  useDelivery();
  useVoice(preferences);
  useEntry();
  useWayFromNowhere();
  useEffect(() => onOtherCopyWrote(records.announce), [records]);
  useEffect(keepAppAtHand, []);
  useEffect(() => announceLanguage(preferences.language), [preferences.language]);
  const change = (wish: Partial<typeof preferences>) => records.write(preferencesRecord, { ...preferences, ...wish });
  return <PreferencesProvider value={{ ...preferences, change }}>{children}</PreferencesProvider>;
}
