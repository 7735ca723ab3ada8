import type { Text } from '@tongcheng/shared/text';
import { formatInstant, type Instant } from '@tongcheng/shared/time';

/** What a departure is called by: what its crew said, as far as they did. */
interface CalledDeparture {
  readonly plate?: string;
  readonly serviceNumber?: string;
  readonly departsAt: Instant;
}

/** A departure in words: its plate, its service and when it left. */
export function departureText({ plate, serviceNumber, departsAt }: CalledDeparture): Text {
  const time = formatInstant(departsAt, 'MM-DD HH:mm');
  const zh = [plate, serviceNumber && `${serviceNumber}次`, `${time} 发车`];
  const en = [plate, serviceNumber && `service ${serviceNumber}`, `left ${time}`];
  return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') };
}
