import { forgetDays } from '../app/reports/forget-days';
import { runDailyReports } from '../app/reports/run-daily-reports';
import { onTimer } from '../edge/serve';
import { container } from '../wiring/cloud';
import type { Container } from '../wiring/container';

/** 每日报表：生成并投递；到期的日子遗忘 forms and sends what is due, forgets what is past its retention. */
export const work = async (needs: Container): Promise<void> => {
  await runDailyReports(needs);
  await forgetDays(needs);
};

export const main = onTimer(container, work);
