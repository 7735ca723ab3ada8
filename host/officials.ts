import { parseArgs } from 'node:util';
import { allOfficials } from '@tongcheng/cloudfunctions/app/oversight/appointments/administrators';
import {
  addOfficial,
  changeAppointment,
  removeOfficial,
} from '@tongcheng/cloudfunctions/app/oversight/appointments/appoint-official';
import { type OfficialRole, officialRoles } from '@tongcheng/shared/access';
import { loginPattern } from '@tongcheng/shared/oversight/official-change';
import { atInstallation } from './at-installation';
import { cityCodes } from './bring-cities';
import { becomeOwner, type InstallationPlace, namedPlace, placeOptions } from './installation-place';
import { resetAt } from './reset-at';
import { runCommand } from './run-command';
import { showCredentialsBeside } from './show-credentials';
import { writeStdout } from './terminal';

const usage = `npm run officials -- list
npm run officials -- add <login> --roles ${officialRoles.join(',')} --cities 420100,…
npm run officials -- change <login> [--roles …] [--cities …]
npm run officials -- remove <login>
npm run officials -- reset <login>
                     [--data ./data] [--key-file FILE] [--environment FILE]

  管理人员：列出、增加、改变角色和城市、停用、给新的登录信息（只显示一次）。需要数据目录和主密钥文件，内嵌数据库时先停止服务；都记入访问记录。
  Officials: lists, adds, changes roles and cities, lets in no more, gives new sign-in, shown once. Needs the data folder and the master key
  file; with the embedded store, stop the host first. Each change is in the access log.
`;

const text = { type: 'string' } as const;
const declared = { ...placeOptions, roles: text, cities: text } as const;

const done = '  已生效，此前的登录已失效。 It holds now; earlier sign-in and sessions are ended.\n';

runCommand(async (argv) => {
  const { values, positionals } = parsed(argv);
  const [verb = '', login, ...rest] = positionals;
  const { roles, cities, ...words } = values;
  const place = namedPlace(words);
  const work = workOf(verb, place, { login: login?.toLowerCase(), roles: rolesIn(roles), cities: citiesIn(cities) });
  if (!work || rest.length > 0) throw new Error(usage);
  becomeOwner(place, (line) => process.stderr.write(line));
  await work();
});

interface Asked {
  readonly login: string | undefined;
  readonly roles: readonly OfficialRole[] | undefined;
  readonly cities: readonly string[] | undefined;
}

/** What the words ask for; undefined where they are too few, too many or others. */
function workOf(verb: string, place: InstallationPlace, { login, roles, cities }: Asked) {
  const isBare = roles === undefined && cities === undefined;
  if (login === undefined) return verb === 'list' && isBare ? () => list(place) : undefined;
  if (verb === 'add') return roles && cities && (() => add(place, login, { roles, cities }));
  if (verb === 'change') return isBare ? undefined : () => change(place, login, { roles, cities });
  if (verb === 'remove') return isBare ? () => remove(place, login) : undefined;
  return verb === 'reset' && isBare ? () => reset(place, login) : undefined;
}

async function list(place: InstallationPlace): Promise<void> {
  const all = await atInstallation(place, {}, (container) => allOfficials(container));
  for (const { _id, name = '', roles, cities, provinces = [], revokedAt } of all) {
    const where = [...cities, ...provinces].join(',');
    await writeStdout([_id, name, roles.join(','), where, revokedAt === undefined ? '' : '已停用 revoked'].join('\t'));
    await writeStdout('\n');
  }
}

async function add(place: InstallationPlace, login: string, wanted: Parameters<typeof addOfficial>[2]) {
  if (!loginPattern.test(login))
    throw new Error(
      `登录名须为 2 到 40 个小写字母、数字、点和横线。 A login is 2 to 40 small letters, digits, dots and dashes: ${login}`,
    );
  const show = showCredentialsBeside(place.keyFile);
  const outcome = await atInstallation(place, {}, async (container) => {
    await refuseUnserved(container, wanted.cities);
    return addOfficial(container, login, wanted, show);
  });
  if (outcome === 'exists') throw new Error(`这个登录名已有人用。 Somebody has this login already: ${login}`);
  await writeStdout(`  已增加 added: ${login}\n`);
}

async function change(place: InstallationPlace, login: string, { roles, cities }: Omit<Asked, 'login'>) {
  const wanted = { ...(roles && { roles }), ...(cities && { cities }) };
  const outcome = await atInstallation(place, {}, async (container) => {
    await refuseUnserved(container, cities ?? []);
    return changeAppointment(container, login, wanted);
  });
  said(login, outcome);
  await writeStdout(done);
}

async function remove(place: InstallationPlace, login: string): Promise<void> {
  said(login, await atInstallation(place, {}, (container) => removeOfficial(container, login)));
  await writeStdout(done);
}

async function reset(place: InstallationPlace, login: string): Promise<void> {
  await resetAt(place, login, showCredentialsBeside(place.keyFile));
  await writeStdout(done);
}

async function refuseUnserved(needs: Parameters<typeof cityCodes>[0], cities: readonly string[]): Promise<void> {
  const served = await cityCodes(needs);
  const other = cities.filter((code) => !served.includes(code));
  if (other.length === 0) return;
  throw new Error(`没有这个城市。 This installation does not serve such a city: ${other.join(', ')}`);
}

function said(login: string, outcome: Awaited<ReturnType<typeof removeOfficial>>): void {
  switch (outcome) {
    case 'changed':
      return;
    case 'unknown':
      throw new Error(`没有这个登录名。 Nobody has this login: ${login}`);
    case 'last-administrator':
      throw new Error(
        `这是最后一位系统管理员，请先另设一位。 This is the last administrator: make another one first: ${login}`,
      );
  }
}

function rolesIn(words: string | undefined): readonly OfficialRole[] | undefined {
  if (words === undefined) return undefined;
  const named = words.split(',').map((word) => word.trim());
  const roles = officialRoles.filter((role) => named.includes(role));
  if (roles.length === new Set(named).size) return roles;
  throw new Error(`角色只有这些 the roles are: ${officialRoles.join(', ')}`);
}

function citiesIn(words: string | undefined): readonly string[] | undefined {
  const codes = words?.split(',').map((code) => code.trim());
  if (codes?.every((code) => /^\d{6}$/.test(code)) ?? true) return codes;
  throw new Error(`城市是六位代码 a city is a code of six digits: ${words}`);
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}
