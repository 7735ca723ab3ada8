import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { servePlatformFiles } from '../../host/platform-files';
import { readOptions } from '../../host/read-options.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tongcheng-platform-files-'));
writeFileSync(join(folder, 'AbCdEf1234.txt'), 'f00d');
writeFileSync(join(folder, 'private.key'), 'not to be published');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server with the route of posted links beside these files, as the host has it. */
const serverWith = (platformFiles: string | undefined) => {
  const server = fastify();
  servePlatformFiles(server, platformFiles);
  server.get('/R/:code', (_request, reply) => reply.redirect('/app/'));
  return server;
};

test('W-01 WeChat’s verification file is answered below the declared prefix and at the top, a posted code still opens the app', async () => {
  const server = serverWith(folder);
  for (const url of ['/R/AbCdEf1234.txt', '/r/AbCdEf1234.txt', '/AbCdEf1234.txt']) {
    const reply = await server.inject({ url });
    expect([url, reply.statusCode, reply.body]).toEqual([url, 200, 'f00d']);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
  }
  expect((await server.inject({ url: '/R/2NJCT840002K00JBDVHXJ52HTXTATM' })).statusCode).toBe(302);
  await server.close();
});

test.each(['/R/other.txt', '/private.key', '/R/..%2Fprivate.key', '/%2e%2e%2fAbCdEf1234.txt'])(
  '%s is nothing that is served',
  async (url) => {
    for (const given of [folder, undefined]) {
      const server = serverWith(given);
      expect((await server.inject({ url })).body).not.toContain('not to be published');
      expect((await server.inject({ url: '/R/other.txt' })).statusCode).toBe(404);
      await server.close();
    }
  },
);

test('the folder is an option of the host', () => {
  expect(readOptions(['--no-city', '--platform-files', folder])?.platformFiles).toBe(folder);
  expect(readOptions(['--no-city'])).not.toHaveProperty('platformFiles');
});
