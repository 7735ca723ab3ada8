import type { PassKey, SignBytes } from '@tongcheng/shared/credentials/suites';

/** The key by which this phone shows a pass. Its private half stays where the platform keeps it. */
export interface HolderKey {
  readonly key: PassKey;
  readonly sign: SignBytes;
  /** Keeps the key with a text for the next start of the app; `false` where the platform has no room or no place for it. */
  readonly keep: (text: string) => Promise<boolean>;
}

/** A key that was kept, with its text. */
export interface KeptHolderKey {
  readonly key: HolderKey;
  readonly text: string;
}
