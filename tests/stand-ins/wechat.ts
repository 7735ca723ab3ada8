import type { WechatApp } from '@tongcheng/cloudfunctions/adapters/wechat/wechat-app';
import type { wechatAnswers } from '../../city/providers/wechat/answers';
import { wechatStandIn } from '../../city/providers/wechat/serve-wechat';
import { longTimeoutMs } from '../world/timeouts';
import { listening } from './listening';
import { platformPeople } from './platform-people';

/** WeChat on a port of its own under a test's clock, and the app that it knows. */
export async function wechatOnPort(clock: { now(): number }, more: typeof wechatAnswers = {}) {
  const app = { appId: 'wx0123456789abcdef', secret: 'a secret of an app that is none' };
  const people = platformPeople();
  const standIn = wechatStandIn({ ...app, people, now: clock.now, chance: () => 0, more });
  const server = await listening(standIn.serve);
  const known = { ...app, url: server.url, clock, timeoutMs: longTimeoutMs } satisfies WechatApp;
  return { standIn, people, server, app: known, close: server.close };
}
