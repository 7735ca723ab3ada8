// Made from the access rows of shared/*/api.ts by `npm run generate`. Do not edit: a copy that differs from them does not compile.

/** Which officials may call what. */
export const officialRows = {
  'appeals.answer-appeal': ['bureau', 'health'],
  'appeals.list-appeals': ['bureau', 'health', 'auditor'],
  'appeals.open-appeal': ['bureau', 'health'],
  'oversight.create-invitation': ['administrator', 'operator', 'bureau'],
  'oversight.sign-out-official': ['administrator', 'bureau', 'operator', 'health', 'auditor'],
  'reports.decide-recipient': ['administrator', 'bureau'],
  'reports.download-report': ['bureau', 'health'],
  'reports.list-recipients': ['administrator', 'bureau', 'auditor'],
  'reports.list-reports': ['administrator', 'bureau', 'health', 'auditor'],
  'reports.propose-recipient': ['administrator', 'bureau'],
  'reports.propose-removal': ['administrator', 'bureau'],
  'reports.release-report': ['administrator', 'bureau'],
  'reports.send-again': ['administrator', 'bureau'],
  'reports.show-password': ['bureau', 'health'],
  'rides.live-figures': ['administrator', 'bureau', 'operator', 'health', 'auditor'],
  'venues.import-venues': ['administrator', 'operator'],
  'venues.list-venues': ['administrator', 'operator', 'bureau'],
  'venues.print-stickers': ['administrator', 'operator'],
  'venues.replace-code': ['administrator', 'operator'],
  'venues.revoke-code': ['administrator', 'operator'],
} as const;

/** Which staff may call what. */
export const staffRows = {
  'oversight.sign-out-staff': ['crew', 'inspector', 'desk'],
  'rides.check-live-code': ['crew', 'inspector', 'desk'],
  'rides.record-refusal': ['crew', 'inspector', 'desk'],
  'rides.register-for': ['crew', 'inspector', 'desk'],
  'rides.venue-feed': ['crew', 'inspector', 'desk'],
} as const;
