import { texts } from '../../../ui/words';

/** Where the registration of a departure stands (L-09, L-10), and what it lacks. */
export const standingTexts = texts({
  complete: { zh: '已登记齐', en: 'Complete' },
  'ledger-awaited': {
    zh: '本站用纸质台账，请在 {until} 前交；不用等扫码，可以发车',
    en: 'This station registers on paper: the ledger is due by {until}. The coach may leave',
  },
  voluntary: {
    zh: '这类班次不要求登记，登记自愿，可以发车',
    en: 'Departures of this kind need not be registered: it is voluntary. The coach may leave',
  },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  registrations: { zh: '还差 {n} 人', en: '{n} missing' },
  'ticket-scans': {
    zh: '还差 {n} 人，都已购票：请他们扫码确认',
    en: '{n} missing, all with tickets: ask them to scan and confirm',
  },
  ledger: {
    zh: '还差 {n} 人；纸质台账应在 {until} 前交，已过期',
    en: '{n} missing: the ledger on paper was due by {until}',
  },
});
