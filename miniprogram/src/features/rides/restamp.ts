import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';

const timeLength = 10;
const noChance = (size: number) => new Uint8Array(size);

/** The same scan under a corrected time: its part of chance stays, so that it is still one scan and no other. */
export const restamp = (scanId: string, at: Instant): string =>
  newId(at, noChance).slice(0, timeLength) + scanId.slice(timeLength);
