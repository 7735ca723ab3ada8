import { lineLog } from '@tongcheng/cloudfunctions/adapters/system/line-log';
import { pooledChance } from '@tongcheng/cloudfunctions/adapters/system/pooled-chance';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { auditWords } from './audit-words';
import { doAuditWork } from './audit-work';
import { becomeOwner, describeAbsence, namedPlace } from './installation-place';
import { runCommand } from './run-command';
import { writeStdout } from './terminal';

runCommand(async (argv) => {
  const clock = { now: () => Date.now() };
  const words = auditWords(argv, clock.now());
  const place = namedPlace(words.place);
  becomeOwner(place, (line) => process.stderr.write(line));
  const own = {
    TONGCHENG_DATA: place.dataFolder,
    TONGCHENG_KEY_FILE: place.keyFile,
    TONGCHENG_PUBLIC_URL: 'http://localhost',
  };
  const config = readConfigOf({ ...process.env, ...own }, servers, { objects: servers.objects });
  const log = lineLog((line) => process.stderr.write(line));
  const documents = await config.store({ clock, chance: pooledChance(), log });
  if (!(await documents.holdsData())) throw new Error(describeAbsence(place));
  const container = await makeContainer(config, { clock, log });
  try {
    if (!(await doAuditWork(container, words, writeStdout))) process.exitCode = 1;
  } finally {
    await container.store.close();
  }
});
