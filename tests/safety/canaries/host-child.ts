import { join } from 'node:path';
import * as z from 'zod';
import { timerFunctions } from '../../../host/functions';
import { startHost } from '../../../host/start-host';

/** Where it is, what it goes by, and how far its clock is ahead. */
const Given = z.object({
  ...{ port: z.number(), dataFolder: z.string(), keyFile: z.string(), citiesFolder: z.string(), publicUrl: z.string() },
  aheadMs: z.number(),
});
const Said = z.union([z.object({ pass: z.number() }), z.literal('timers'), z.literal('stop')]);

/** A host in a process of its own, over files of its own, whose clock can be moved and whose timers can be run at once. */
async function main(): Promise<void> {
  const { aheadMs, ...given } = Given.parse(JSON.parse(process.argv[2] ?? ''));
  let ahead = aheadMs;
  const options = {
    ...given,
    ...{ address: '127.0.0.1', city: false, speed: 1, journeys: 0, trustedProxies: ['127.0.0.1'] },
    storeThread: join(__dirname, 'cloudfunctions-adapters-sqlite-thread-store-thread.js'),
  };
  const host = await startHost(options, {
    say: (line) => process.stdout.write(`${line}\n`),
    overrides: { clock: { now: () => Date.now() + ahead } },
  });
  const act = async (said: z.output<typeof Said>): Promise<void> => {
    if (said === 'stop') {
      await host.stop();
      process.disconnect();
      return;
    }
    if (said === 'timers') for (const work of Object.values(timerFunctions)) await work(host.container);
    else ahead += said.pass;
    process.send?.('done');
  };
  process.on('message', (said) => void act(Said.parse(said)));
  await host.settled;
  process.send?.(host.first.credentials);
}

void main();
