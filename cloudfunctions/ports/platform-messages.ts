import type { Notifier } from './notifier';

/** Messages of the health office inside a platform's own app, to whoever agreed to them there. */
export interface PlatformMessages extends Notifier {
  /** What the phone names in the platform's own question to its user. */
  readonly templateId: string;
}
