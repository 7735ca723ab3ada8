import type { OfficialRole } from '@tongcheng/shared/access';

/**
 * Which officials may do what the console offers: a copy of the access rows, because those come with the whole validation
 * library. It only decides what is shown; the server decides what is done. A test compares it with the rows.
 */
export const permitted = {
  'rides.live': ['administrator', 'bureau', 'operator', 'health', 'auditor'],
  'reports.list': ['administrator', 'bureau', 'health', 'auditor'],
  'reports.download': ['bureau', 'health'],
  'reports.show-password': ['bureau', 'health'],
  'reports.send-again': ['administrator', 'bureau'],
  'reports.list-recipients': ['administrator', 'bureau', 'auditor'],
  'reports.propose-recipient': ['administrator', 'bureau'],
  'reports.decide-recipient': ['administrator', 'bureau'],
  'reports.propose-removal': ['administrator', 'bureau'],
  'venues.list': ['administrator', 'operator', 'bureau'],
  'venues.import': ['administrator', 'operator'],
  'venues.replace-code': ['administrator', 'operator'],
  'venues.revoke-code': ['administrator', 'operator'],
  'venues.print-stickers': ['administrator', 'operator'],
  'appeals.list': ['bureau', 'health', 'auditor'],
  'appeals.open': ['bureau', 'health'],
  'appeals.answer': ['bureau', 'health'],
  'oversight.create-invitation': ['administrator', 'operator', 'bureau'],
} as const satisfies Readonly<Record<string, readonly OfficialRole[]>>;

/** What the console offers by permission. */
export type Offered = keyof typeof permitted;
