import type { PlatformAccount } from '../../city/providers/platform-people';

/** Users of a platform, to be filled by a test. */
export const platformPeople = () => {
  const accounts = new Map<string, PlatformAccount>();
  return { accounts, find: (subject: string) => accounts.get(subject) };
};
