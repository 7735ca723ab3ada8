/** Unpredictable bytes of the browser. */
export const randomBytes = async (size: number): Promise<Uint8Array> => crypto.getRandomValues(new Uint8Array(size));
