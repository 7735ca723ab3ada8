import type { Channel } from '@tongcheng/shared/caller';

/** Which channel vouches for whoever holds this phone, and its one-time code; undefined when it is away. */
export interface PlatformSignIn {
  readonly channel: Channel;
  readonly code: () => Promise<string | undefined>;
  /** The platform checks what its users write, and knows by a fresh code whose words they are. Only WeChat does. */
  readonly checksTexts?: true;
}

/** A platform that vouches for nobody; each real one has a file of its own suffix. */
export const platformSignIn: PlatformSignIn = { channel: 'web', code: async () => undefined };
