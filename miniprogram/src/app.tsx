import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { PhoneProvider, usePhone, useRecord } from './client/phone';
import { useDelivery } from './features/rides/use-delivery';
import { useVoice } from './features/rides/use-voice';
import { useReopenLink, useUnknownPage } from './pages/reopened';
import { setPageLanguage } from './platform/device/language';
import { enableOffline } from './platform/network/network';
import { onOtherTabWrote } from './platform/storage/tabs';
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
  const preferences = useRecord(preferencesRecord);
  useDelivery();
  useVoice(preferences);
  useReopenLink();
  useUnknownPage();
  useEffect(() => onOtherTabWrote(records.announce), [records]);
  useEffect(enableOffline, []);
  useEffect(() => setPageLanguage(preferences.language), [preferences.language]);
  const change = (wish: Partial<typeof preferences>) => records.write(preferencesRecord, { ...preferences, ...wish });
  return <PreferencesProvider value={{ ...preferences, change }}>{children}</PreferencesProvider>;
}
