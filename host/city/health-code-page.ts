import type { LivingRegister, Person } from '@tongcheng/city';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import type { FastifyInstance } from 'fastify';
import { standInPage } from './stand-in-page';

/** Where the simulated health-code platform lets people complete their status. */
const address = '/city/health-code';

/** A city's settings with the page of the simulated health code; what the file names stays. */
export const withHealthCodePage = (settingsJson: string): string =>
  JSON.stringify({ healthCode: { web: address }, ...readCityFile(settingsJson) });

/** The page of the simulated health-code platform (W-06): instead of its sign-in, those of the city who have no status yet. */
export function serveHealthCodePage(
  server: FastifyInstance,
  people: readonly Person[],
  register: LivingRegister,
): void {
  const missing = people.filter(({ role, health }) => role === 'guest' && health.colour === null);
  server.get(address, (_request, reply) =>
    standInPage(
      reply,
      '模拟健康码 Simulated health code',
      `<p>演示中不登录：请选您是谁，补全健康信息。<br>In this demonstration nobody signs in: say who you are to complete the health status.</p>
${missing.map(({ index, name }) => `<p><a href="${address}/completed?person=${index}">${name}</a></p>`).join('\n')}`,
    ),
  );
  server.get<{ Querystring: { person?: string } }>(`${address}/completed`, ({ query }, reply) => {
    const person = missing.find(({ index }) => String(index) === query.person);
    if (!person)
      return standInPage(
        reply.code(404),
        '没有这个人 There is no such person',
        `<p><a href="${address}">返回 Back</a></p>`,
      );
    register.completeStatus(person.documentNumber);
    return standInPage(
      reply,
      '健康信息已补全 The health status is complete',
      '<p>请关闭本页，回到乘客端。<br>Close this page and go back to the app.</p>',
    );
  });
}
