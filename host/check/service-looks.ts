import type { Environment } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import type { Services } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import type { Look, NamedLook } from './looks';

/** A document and a code that are nobody's: whoever answers that they are unknown was reached and believed us. */
const nobody = { documentKind: 'passport', documentNumber: 'E00000000' } as const;
const noCode = 'tongcheng-check';

const costs = { unproven: '每次询问收费，请看第一次真实使用 each question costs; look at the first real one' } as const;

/** The outside services that this installation has chosen. Nothing is asked that costs, reaches somebody or names a person. */
export function serviceLooks(services: Services, environment: Environment): readonly NamedLook[] {
  const { mailer, realName, healthStatus, cardIssuer, faceCheck, platforms } = services;
  const isChosen = (name: string, otherwise: string) => (environment[name] || otherwise) !== otherwise;
  const asked: (NamedLook | false | undefined)[] = [
    mailer.verify && [
      '邮件 mail',
      said(mailer.verify, '连接、加密和登录都对，没有发信 reached, encrypted and signed in; nothing was sent'),
    ],
    [
      '实名核验 real name',
      async () => {
        const answer = await realName.check({ ...nobody, name: '无此人', phone: '+8613000000000' });
        return answer === 'not-covered' ? costs : reached(answer);
      },
    ],
    ['健康状态 health status', said(() => healthStatus.of({ ...nobody, channel: 'web' }))],
    ['卡公司 card issuer', async () => reached(await cardIssuer.check({ kind: 'city', number: '0000000000000000' }))],
    faceCheck && [
      '人脸核验 face check',
      said(() => faceCheck.outcome({ checkId: noCode, documentNumber: nobody.documentNumber }).catch(refusedQuestion)),
    ],
    ...(['web', 'wechat', 'alipay'] as const).map((channel): NamedLook | undefined => {
      const { signIn } = platforms[channel];
      return signIn && [`登录 sign-in ${channel}`, said(() => signIn.exchange(noCode))];
    }),
    isChosen('TONGCHENG_NOTIFIER', 'nowhere') && ['值班短信 messages to people on duty', async () => costs],
    isChosen('TONGCHENG_BUREAU_MESSAGES', 'nowhere') && ['报表消息 messages of reports', async () => costs],
  ];
  return asked.filter((each) => each !== undefined && each !== false);
}

const reached = (answer: string): string => `有回应 it answered: ${answer}`;

const said =
  (ask: () => Promise<unknown>, words = '有回应，认得我们 it answered and knows us'): Look =>
  async () => {
    await ask();
    return words;
  };

/** A service that finds fault with the question itself has taken our name and signature. */
function refusedQuestion(fault: unknown): void {
  if (!(fault instanceof Error && /refused: (InvalidParameter|ResourceNotFound)/.test(fault.message))) throw fault;
}
