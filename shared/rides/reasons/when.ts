import type { Text } from '../../text';
import { addDays, dayOf, formatInstant, type Instant } from '../../time';

/** An instant as people say it: 今天 07:30, 昨天 07:30, 6月2日 07:30. Times are Shanghai's. */
export const when = (at: Instant, now: Instant): Text => {
  const clock = formatInstant(at, 'HH:mm');
  const day = dayOf(at);
  if (day === dayOf(now)) return { zh: `今天 ${clock}`, en: `today ${clock}` };
  if (day === addDays(dayOf(now), -1)) return { zh: `昨天 ${clock}`, en: `yesterday ${clock}` };
  return { zh: formatInstant(at, 'M月D日 HH:mm'), en: formatInstant(at, 'YYYY-MM-DD HH:mm') };
};
