import { launchBrowser } from '../tests/browser/browser';
import { coldLoad } from './console/cold-load';
import { startBenchHost } from './console/host';
import { longTable } from './console/long-table';
import type { Measurement } from './measure';

/** The console in a slow browser (4 × processor, 1.6 Mbit/s, 150 ms), and a table of 100,000 rows at full speed. */
export async function run(): Promise<Measurement> {
  const browser = await launchBrowser();
  try {
    const rows = await longTable(browser);
    const host = await startBenchHost();
    try {
      return { name: 'the console', figures: [...(await coldLoad(browser, host)), ...rows] };
    } finally {
      await host.stop();
    }
  } finally {
    await browser.close();
  }
}
