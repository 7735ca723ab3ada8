import { reportPassword } from '@tongcheng/cloudfunctions/app/reports/protection/report-password';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { announcement } from './announce';
import { cityCode } from './city/simulated-city';
import { type HostOptions, readOptions, usage } from './options';
import { type RunningHost, startHost } from './start-host';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const began = performance.now();
  const options = readOptions(process.argv.slice(2));
  if (!options) return say(usage);
  const host = await startHost(options, { say });
  stopOnSignals(host);
  say(announcement(options, host.first, (performance.now() - began) / 1_000));
  await host.settled;
  if (host.city) await tellReport(host, options);
}

function stopOnSignals(host: RunningHost): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      say('正在停止 stopping');
      host.stop().then(
        () => process.exit(0),
        (fault: unknown) => stopWith(fault),
      );
    });
}

/** In the simulated city there is nobody to hand the workbook's password over, so it is told here. */
async function tellReport({ container }: RunningHost, { publicUrl }: HostOptions): Promise<void> {
  const day = addDays(dayOf(container.clock.now()), -1);
  const password = await reportPassword(container, { city: cityCode, form: 'full', day });
  say(`昨天（${day}）的报表在邮箱里，打开密码 yesterday’s report is in the mailbox; its password: ${password}`);
  say(`  ${publicUrl}/mail/`);
}

function stopWith(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? fault.message : '启动失败 the start failed'}\n`);
  process.exit(1);
}

main().catch(stopWith);
