import Taro from '@tarojs/taro';

/** Unpredictable bytes of the phone. Where the platform offers none (old versions), the language's own chance must do: ids need no secrecy. */
export const randomBytes = async (size: number): Promise<Uint8Array> => {
  if (!Taro.canIUse('getRandomValues')) return plainBytes(size);
  const { randomValues } = await Taro.getRandomValues({ length: size });
  return new Uint8Array(randomValues);
};

const plainBytes = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) bytes[i] = Math.floor(Math.random() * 256);
  return bytes;
};
