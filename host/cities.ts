import { parseArgs } from 'node:util';
import { removeCity } from '@tongcheng/cloudfunctions/app/retention/remove-city';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { atInstallation } from './at-installation';
import { cityCodes } from './bring-cities';
import { becomeOwner, type InstallationPlace, namedPlace, placeOptions } from './installation-place';
import { runCommand } from './run-command';
import { writeStdout } from './terminal';

const usage = `npm run cities -- list [--data ./data] [--key-file FILE]
npm run cities -- remove <code> [--with-its-rides] [--data ./data] [--key-file FILE]

  list 列出这套安装服务的城市。remove 移除一个城市：乘车码、乘车点、报表收件人和管理权限随之取消；
  仍有可打开的乘车记录时拒绝，除非加 --with-its-rides，那样它们立即销毁、无法恢复。内嵌数据库时先停止服务。
  list gives the cities that this installation serves. remove takes one out: its codes, venues, recipients of reports and the right to act
  for it. It is refused while rides of the city can still be opened, unless --with-its-rides is given: then they are destroyed at once, for
  good. With the embedded store, stop the host first; take the city's files out of the folder of cities too, or the next start brings it back.
`;

const declared = { ...placeOptions, 'with-its-rides': { type: 'boolean', default: false } } as const;

runCommand(async (argv) => {
  const { values, positionals } = parsed(argv);
  const [verb, city, ...rest] = positionals;
  const place = namedPlace(values);
  if (verb === 'list' && city === undefined) return list(place);
  if (verb !== 'remove' || city === undefined || rest.length > 0) throw new Error(usage);
  await remove(place, city, values['with-its-rides']);
});

const note = (line: string) => process.stderr.write(line);

async function list(place: InstallationPlace): Promise<void> {
  becomeOwner(place, note);
  const codes = await atInstallation(place, {}, (container) => cityCodes(container));
  await writeStdout(codes.map((code) => `${code}\n`).join(''));
}

async function remove(place: InstallationPlace, city: string, withRides: boolean): Promise<void> {
  becomeOwner(place, note);
  const services = { objects: servers.objects };
  const done = await atInstallation(place, services, (container) => removeCity(container, city, { withRides }));
  switch (done.outcome) {
    case 'unknown':
      throw new Error(`没有这个城市。 This installation does not serve such a city: ${city}`);
    case 'has-rides':
      throw new Error(
        `还有 ${done.days.length} 天的乘车记录可以打开（${done.days[0]} 至 ${done.days.at(-1)}）。等它们按期遗忘，或加 --with-its-rides 立即销毁。 Rides of ${done.days.length} days can still be opened. Wait until they are forgotten, or destroy them now with --with-its-rides.`,
      );
    case 'removed':
      await writeStdout(
        `  已移除 removed: ${city}，${done.venues} 个乘车点 venues，${done.days} 天的记录已销毁 days destroyed\n`,
      );
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}
