import { isSubject } from '@tongcheng/city/providers/platform-people';
import { fieldsOf } from '@tongcheng/city/providers/read-request';
import type { FastifyInstance } from 'fastify';
import type { LocalPlatforms } from './platforms';
import type { LocalProviders } from './providers';

type Issue = (subject: string, asked: Readonly<Record<string, unknown>>) => string;

/**
 * What a platform does on the phone itself, for phones that have none: codes of sign-in and of consent, for a subject that the phone
 * names. `wx.login`, WeChat's phone button and `my.getAuthCode` give the same codes where they are real.
 */
export function servePhones(
  server: FastifyInstance,
  providers: LocalProviders,
  { wechat, alipay }: LocalPlatforms,
): void {
  const codes: Readonly<Record<string, Issue>> = {
    '/providers/sign-in/code': (subject) => providers.codes.issue(subject),
    '/providers/wechat/login': (subject) => wechat.login(subject),
    '/providers/wechat/phone': (subject) => wechat.agreeToPhone(subject),
    '/providers/alipay/auth-code': (subject, { scope }) =>
      alipay.authCode(subject, scope === 'auth_user' ? 'auth_user' : 'auth_base'),
  };
  for (const [path, issue] of Object.entries(codes))
    server.post(path, (request, reply) => {
      const asked = fieldsIn(request.body);
      if (!isSubject(asked.subject)) return reply.code(400).send({});
      return reply.header('cache-control', 'no-store').send({ code: issue(asked.subject, asked) });
    });
}

/** Whatever a phone calls its body: JSON that the gateway has read already, or a text. */
const fieldsIn = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? { ...body } : fieldsOf(typeof body === 'string' ? body : '');
