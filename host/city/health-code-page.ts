import type { LivingRegister, Person } from '@tongcheng/city';
import type { Handovers } from '@tongcheng/city/providers/handovers';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { standInPage } from './stand-in-page';

/** Where the simulated health-code platform lets people complete their status, and agree to hand their identity over. */
const address = '/city/health-code';

/** A city's settings with the page of the simulated health code; what the file names stays. */
export const withHealthCodePage = (settingsJson: string): string =>
  JSON.stringify({ healthCode: { web: address, handsOverIdentity: true }, ...readCityFile(settingsJson) });

/** What the pages of the simulated health-code platform know and change. */
interface HealthCodePlatform {
  readonly people: readonly Person[];
  readonly register: LivingRegister;
  readonly handovers: Handovers;
}

/** As many people as a page of the demonstration can name. */
const maxNamed = 20;

/** The pages of the simulated health-code platform (W-02, W-06): instead of its sign-in they ask who somebody is. */
export function serveHealthCodePages(server: FastifyInstance, { people, register, handovers }: HealthCodePlatform) {
  const guests = people.filter(({ role }) => role === 'guest');
  const missing = guests.filter(({ health }) => health.colour === null);
  const personOf = (index: string | undefined) => guests.find((person) => String(person.index) === index);
  server.get<{ Querystring: { consent?: string } }>(address, ({ query: { consent } }, reply) =>
    consent === undefined ? completionPage(reply, missing) : consentPage(reply, guests.slice(0, maxNamed), consent),
  );
  server.get<{ Querystring: { person?: string } }>(`${address}/completed`, ({ query }, reply) => {
    const person = personOf(query.person);
    if (!person) return unknownPage(reply);
    register.completeStatus(person.documentNumber);
    return donePage(reply, '健康信息已补全 The health status is complete');
  });
  server.get<{ Querystring: { consent?: string; person?: string } }>(`${address}/decided`, ({ query }, reply) => {
    const person = personOf(query.person);
    const word = person ? { documentNumber: person.documentNumber } : 'refused';
    if (!handovers.decide(query.consent ?? '', word)) return unknownPage(reply);
    return donePage(reply, person ? '已同意 You agreed' : '没有同意 You did not agree');
  });
}

const completionPage = (reply: FastifyReply, missing: readonly Person[]) =>
  standInPage(
    reply,
    '模拟健康码 Simulated health code',
    `<p>演示中不登录：请选您是谁，补全健康信息。<br>In this demonstration nobody signs in: say who you are to complete the health status.</p>
${missing.map(({ index, name }) => link(`${address}/completed?person=${index}`, name)).join('\n')}`,
  );

function consentPage(reply: FastifyReply, guests: readonly Person[], consent: string) {
  const decided = `${address}/decided?consent=${encodeURIComponent(consent)}`;
  return standInPage(
    reply,
    '模拟健康码：授权 Simulated health code: consent',
    `<p>同意把姓名、证件号码和手机号交给乘车登记吗？演示中不登录：请选您是谁。<br>Do you agree to hand name, document number and phone to ride registration? In this demonstration nobody signs in: say who you are.</p>
${guests.map(({ index, name }) => link(`${decided}&amp;person=${index}`, name)).join('\n')}
${link(decided, '不同意 I do not agree')}`,
  );
}

const link = (href: string, words: string): string => `<p><a href="${href}">${words}</a></p>`;

const donePage = (reply: FastifyReply, title: string) =>
  standInPage(reply, title, '<p>请关闭本页，回到乘客端。<br>Close this page and go back to the app.</p>');

const unknownPage = (reply: FastifyReply) =>
  standInPage(
    reply.code(404),
    '没有找到，可能已过期 Not found; it may have expired',
    '<p>请回到乘客端再试。<br>Go back to the app and try again.</p>',
  );
