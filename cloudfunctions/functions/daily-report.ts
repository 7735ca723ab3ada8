import { sendAlerts } from '../app/alerts/send-alerts';
import { anchorAccessLog } from '../app/audit/anchor-access-log';
import { endAccessLog } from '../app/audit/end-access-log';
import { destroyClosed } from '../app/identity/erasure/destroy-closed';
import { notedParts } from '../app/oversight/operation/note-parts';
import { publishRidership } from '../app/publications/ridership/publish-ridership';
import { runDailyReports } from '../app/reports/run-daily-reports';
import { makeComingDays } from '../app/retention/make-coming-days';
import { runParts } from '../app/retention/run-parts';
import { sweep } from '../app/retention/sweep';
import { countQuality } from '../app/rides/quality/count-quality';
import { learnUsualDurations } from '../app/rides/usual/learn-usual-durations';
import { sendNotices } from '../app/tracing/notices/send-notices';
import { onTimer } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { bureauMessages, mailer, notifier, objects, platforms, vehicleLocator } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects, mailer, bureauMessages, notifier, platforms, vehicleLocator });
type Needs = NeedsOf<typeof container>;

/** 每日报表：生成并投递；到期的日子遗忘 forms and sends what is due, forgets what is past its retention. */
export const work = async (needs: Needs): Promise<void> => {
  const parts = {
    'coming days': () => makeComingDays(needs),
    'access log': () => anchorAccessLog(needs),
    'access log that is past': () => endAccessLog(needs),
    'daily reports': () => runDailyReports(needs),
    'open figures': () => publishRidership(needs),
    'quality of registration': () => countQuality(needs),
    'usual durations': () => learnUsualDurations(needs),
    alerts: () => sendAlerts(needs),
    'exposure notices': () => sendNotices(needs),
    retention: () => sweep(needs),
    'closed persons': () => destroyClosed(needs),
  };
  await runParts(needs, notedParts(needs, parts));
};

/** Runs the work when the timer says so, and for nobody else. */
export const main = onTimer(container, work);
