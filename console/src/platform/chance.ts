import type { RandomBytes } from '@tongcheng/shared/ids';

/** The browser's own source of chance; also there without HTTPS, unlike `crypto.subtle`. */
export const randomBytes: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));
