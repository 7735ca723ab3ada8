/** What there is to tell outside the app: to people on duty, to an account of a bureau, to riders who were exposed. Each kind has a template at each vendor, with places for its words. */
const alertKinds = [
  'report-undelivered',
  'appeals-waiting',
  'report-ready',
  'recipient-confirmation',
  'exposure-notice',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** By which way somebody is reached. An address is a phone for `sms`, the platform's own id of the person elsewhere. */
const alertMedia = ['sms', 'wechat', 'alipay'] as const;
type AlertMedium = (typeof alertMedia)[number];

/** One message to one person. */
export interface Alert {
  /** The same for every attempt. */
  readonly alertId: string;
  readonly kind: AlertKind;
  readonly medium: AlertMedium;
  readonly address: string;
  /** Words for the template's places, by name. Never a name, a number or a status of a person: a message lies open on a screen. */
  readonly words: Readonly<Record<string, string>>;
  /** Where a tap on the message leads, where the medium knows links. */
  readonly link?: string;
}

/**
 * What came of it. `refused`: not to be tried again — the person did not agree to such messages, the address is none, or the
 * message itself is not accepted (`code` is the vendor's). `nowhere`: no adapter for the channel or the kind is configured.
 */
export type AlertAnswer =
  | { readonly is: 'taken'; readonly reference: string }
  | { readonly is: 'refused'; readonly why: 'not-agreed' | 'no-address' | 'not-accepted'; readonly code: string }
  | { readonly is: 'nowhere' };

/** Tells people outside the app: short messages, subscription messages. Throws ServiceUnavailable when it may succeed later. */
export interface Notifier {
  send(notice: Alert): Promise<AlertAnswer>;
}
