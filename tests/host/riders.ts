import { randomBytes } from 'node:crypto';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openKeyFile } from '@tongcheng/cloudfunctions/adapters/key-file/open-key-file';
import { makeTokens } from '@tongcheng/cloudfunctions/app/sessions/tokens';
import type { OfficialRole } from '@tongcheng/shared/access';
import { newId } from '@tongcheng/shared/ids';
import { anEligibility, aStatus } from '../world/records';
import { scanInput } from '../world/scan-input';

const tenMinutes = 600_000;
const lifeNow = () => ({
  session: newId(Date.now(), randomBytes),
  issuedAt: Date.now(),
  expiresAt: Date.now() + tenMinutes,
});

/** Tokens as the host with this key file would issue them, made outside of it, so that it may be killed meanwhile. */
export async function tokensOf(keyFile: string) {
  const keys = keyFileService(await openKeyFile(keyFile, false));
  const tokens = makeTokens(await keys.derive('access-tokens'), { now: Date.now });
  const status = aStatus('green', { issuedAt: Date.now(), expiresAt: Date.now() + 86_400_000 });
  return {
    rider: (name: string) =>
      tokens.issue({
        kind: 'rider',
        ...lifeNow(),
        account: `account-${name}`,
        person: `person-${name}`,
        maskedName: '演**',
        standing: anEligibility({ identity: true, status }),
      }),
    official: (role: OfficialRole = 'operator') =>
      tokens.issue({ kind: 'official', ...lifeNow(), official: 'official-1', roles: [role], cities: ['420100'] }),
  };
}

/** What came back over HTTP. */
export interface Back {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Posts to an operation over real HTTP. */
export async function post(url: string, name: string, body: unknown, token?: string): Promise<Back> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: text });
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

/** The link in the posted code of the first venue. */
export async function anyCode(url: string, official: string): Promise<string> {
  const { text } = await post(url, 'venues.list-venues', { city: '420100', limit: 5 }, official);
  const link = /"link":"([^"]+)"/.exec(text)?.[1];
  if (link === undefined) throw new Error(`no venue: ${text.slice(0, 200)}`);
  return link;
}

/** A new scan of a code, now. */
export const scanOf = (code: string) => scanInput(code, Date.now(), randomBytes);
