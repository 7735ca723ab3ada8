import Taro from '@tarojs/taro';

/** Unpredictable bytes of the phone. Where the platform offers none (old versions), the language's own chance must do: ids need no secrecy. */
export const randomBytes = (size: number): Promise<Uint8Array> =>
  new Promise((resolve) => {
    if (!Taro.canIUse('getRandomValues')) return resolve(plainBytes(size));
    // By callbacks: Taro hands this function on as the platform has it, which gives no promise.
    Taro.getRandomValues({
      length: size,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: () => resolve(plainBytes(size)),
    });
  });

const plainBytes = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) bytes[i] = Math.floor(Math.random() * 256);
  return bytes;
};
