import { phoneStorage } from './phone-storage';

const key = 'tc.pass';

/** A short text in the program's own storage. Alipay seals none: its storage is this program's and this user's alone, and that is all that holds. */
export const sealedText = {
  read: async (): Promise<string | undefined> => phoneStorage.read(key),
  write: async (text: string): Promise<boolean> => phoneStorage.write(key, text),
  remove: async (): Promise<void> => phoneStorage.remove(key),
};
