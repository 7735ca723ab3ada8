import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTimers, startTimers } from '../../host/timers';

const serverless = join(__dirname, '..', '..', 'serverless.yml');

describe('timers of one machine', () => {
  it('R-01 are read from serverless.yml: the daily report every five minutes, the card sets of gates every minute', () => {
    expect(readTimers(serverless)).toEqual([
      { functionName: 'daily-report', cron: '0 */5 * * * *' },
      { functionName: 'card-sets', cron: '0 * * * * *' },
    ]);
  });

  it('name functions that exist', () => {
    const names = readdirSync(join(__dirname, '..', '..', 'cloudfunctions', 'functions')).map((name) =>
      name.replace('.ts', ''),
    );
    for (const timer of readTimers(serverless)) expect(names).toContain(timer.functionName);
  });

  it('run their function at their time and not after the stop', async () => {
    jest.useFakeTimers();
    const ran: string[] = [];
    const stop = startTimers([{ functionName: 'tick', cron: '* * * * * *' }], async (name) => {
      ran.push(name);
    });
    await jest.advanceTimersByTimeAsync(3_000);
    stop();
    expect(ran).toEqual(['tick', 'tick', 'tick']);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(ran).toHaveLength(3);
    jest.useRealTimers();
  });
});
