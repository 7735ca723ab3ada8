import type { Browser } from 'playwright-core';
import { appealInWords, expectVerdict, freshPhone, newRider, scanByTypedCode, type TypedPerson } from './rider-steps';

interface Guest extends TypedPerson {
  readonly about: { readonly en: string };
}

/** A rider with a red status is refused on a bus of the simulated city and appeals; ends when the appeal is kept. */
export const someoneAppeals = async (browser: Browser, url: string): Promise<void> => {
  const guests: readonly Guest[] = await (await fetch(`${url}/city/people`)).json();
  const { posters } = await (await fetch(`${url}/city/wall.json`)).json();
  const bus = posters.find(({ mode }: { readonly mode: string }) => mode === 'bus');
  const guest = guests.find(({ about }) => about.en.includes('Red'));
  if (!guest) throw new Error('nobody is red');
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'zh-CN' });
  const rider = await context.newPage();
  await freshPhone(rider, url);
  await newRider(rider, url, guest);
  await scanByTypedCode(rider, bus.shortCode);
  await expectVerdict(rider, 'refuse');
  await appealInWords(rider, '昨天的检测是阴性，请人工核对。');
  await context.close();
};
