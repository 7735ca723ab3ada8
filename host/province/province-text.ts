import { terminalLine } from '../terminal';
import type { ProvinceInvitation } from './invite-visitors';

const roles: Readonly<Record<ProvinceInvitation['role'], (zh: string, en: string) => string>> = {
  driver: (zh, en) => `${zh}驾驶员 driver, ${en}`,
  desk: (zh, en) => `${zh}车站服务台 station desk, ${en}`,
  'arrival-officer': (zh, en) => `${zh}到站核验员 arrival officer, ${en}`,
};

/** As whom one may try the coaches, with invitations that are good once. */
export const provinceText = (invitations: readonly ProvinceInvitation[]): string =>
  [
    '辽宁客运（模拟）：可以以这些身份试用，链接各用一次 Coaches of Liaoning (simulated): be one of these, each link once',
    ...invitations.map(({ role, city, link }) => terminalLine(`  ${roles[role](city.zh, city.en)}`, link)),
    '',
  ].join('\n');
