import { formatInstant, type Instant } from '@tongcheng/shared/time';

/** Hours, minutes and seconds in China, as a clock shows them. */
export const clockText = (at: Instant): string => formatInstant(at, 'HH:mm:ss');

/** Hours and minutes in China. */
export const minuteText = (at: Instant): string => formatInstant(at, 'HH:mm');
