import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from './browser';

test('a page of this machine is drawn and can be clicked', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<h1 id="said">同乘</h1><button onclick="said.textContent=\'到站\'">下车</button>');
  }).listen(0, '127.0.0.1');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.click('button');
    expect(await page.textContent('#said')).toBe('到站');
    expect((await page.screenshot({ path: 'dist/screenshots/browser.png' })).length).toBeGreaterThan(1000);
  } finally {
    await browser.close();
    server.close();
  }
}, 60_000);
