import { useEffect, useRef } from 'react';
import { useRecord } from '../../../client/phone';
import { hasFields, type PhoneRecord } from '../../../client/records';
import { playSignal } from '../../../platform/sound/signal-sound';
import type { Signal } from '../../../platform/sound/signals';
import { vibrate } from '../../../platform/sound/vibration';
import { usePreferences } from '../../../ui/preferences';
import type { Reminder } from './reminders';

/** How a crew wants the page: whether this phone sounds when everybody is registered, and before leaving incomplete. */
export const crewWishesRecord: PhoneRecord<{ readonly sound: boolean }> = {
  key: 'tc.crew-wishes',
  empty: { sound: true },
  is: (value): value is { readonly sound: boolean } => hasFields(value, 'sound') && typeof value.sound === 'boolean',
};

/** Sounds and shakes once when the registration becomes complete, and once for each reminder; nothing for what was so when the page opened. */
export function useSignals(complete: boolean | undefined, reminder: Reminder | undefined): void {
  const { sound } = useRecord(crewWishesRecord);
  const { elder } = usePreferences();
  const signal = useRef<(which: Signal) => void>(() => undefined);
  signal.current = (which) => {
    if (sound) playSignal(which, elder ? 'counted' : 'brief');
    vibrate(which, elder ? 'counted' : 'brief');
  };
  const before = useRef(complete);
  useEffect(() => {
    if (before.current === false && complete === true) signal.current('admit');
    if (complete !== undefined) before.current = complete;
  }, [complete]);
  const threshold = reminder?.threshold;
  useEffect(() => {
    if (threshold !== undefined) signal.current('refer');
  }, [threshold]);
}
