/** What there is to tell outside the app. Each kind has a template at each vendor, with places for its words. */
export const noticeKinds = ['report-undelivered', 'appeals-waiting'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** By which way somebody is reached. An address is a phone for `sms`, the platform's own id of the person elsewhere. */
export const noticeChannels = ['sms', 'wechat', 'alipay'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** One message to one person. */
export interface Notice {
  /** The same for every attempt. */
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly channel: NoticeChannel;
  readonly address: string;
  /** Words for the template's places, by name. Never a name, a number or a status of a person: a message lies open on a screen. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * What came of it. `refused`: not to be tried again — the person did not agree to such messages, the address is none, or the
 * message itself is not accepted (`code` is the vendor's). `nowhere`: no adapter for the channel or the kind is configured.
 */
export type NoticeAnswer =
  | { readonly is: 'taken'; readonly reference: string }
  | { readonly is: 'refused'; readonly why: 'not-agreed' | 'no-address' | 'not-accepted'; readonly code: string }
  | { readonly is: 'nowhere' };

/** Tells people outside the app: short messages, subscription messages. Throws ProviderAway when it may succeed later. */
export interface Notifier {
  send(notice: Notice): Promise<NoticeAnswer>;
}
