/** Whether bytes begin as MP3 does: with a frame, or with the label that recording programs put before it. A page that a network's sign-in slipped in does not. */
export const isMp3 = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  (first === 0xff && second >= 0xe0) || (first === 0x49 && second === 0x44 && third === 0x33);
