import { type Day, dayOf, type Instant, shanghaiOffsetMinutes } from '@tongcheng/shared/time';

const two = (number: number) => (number < 10 ? `0${number}` : String(number));

/** An instant as an official reads it, `YYYY-MM-DD HH:mm:ss` in Shanghai. Written by hand: a report holds a million of them. */
export const timeText = (at: Instant): string => {
  const day: Day = dayOf(at);
  const seconds = Math.floor(at / 1_000) + shanghaiOffsetMinutes * 60;
  const ofDay = ((seconds % 86_400) + 86_400) % 86_400;
  return `${day} ${two(Math.floor(ofDay / 3_600))}:${two(Math.floor(ofDay / 60) % 60)}:${two(ofDay % 60)}`;
};
