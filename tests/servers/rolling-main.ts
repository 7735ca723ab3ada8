import { rollWhileRiding } from './rolling';

/** `npm run rolling -- 1000`: so many scans through each proxy at 20 a second while both hosts are restarted in turn; fails when one is lost. */
async function main([count = '1000']: readonly string[]): Promise<void> {
  const { met, restarts, stored } = await rollWhileRiding(Number(count), (line) => process.stdout.write(`  ${line}\n`));
  for (const { proxy, sent, byStatus, slowestMs } of met)
    process.stdout.write(
      `${proxy}: ${sent} sent, ${sent - (byStatus[200] ?? 0)} lost, slowest ${slowestMs} ms, by status ${JSON.stringify(byStatus)}\n`,
    );
  const sent = met.reduce((sum, each) => sum + each.sent, 0);
  process.stdout.write(`${restarts} restarts, ${stored} of ${sent} scans stored\n`);
  if (stored !== sent || met.some((each) => each.byStatus[200] !== each.sent)) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : 'it failed'}\n`);
  process.exitCode = 1;
});
