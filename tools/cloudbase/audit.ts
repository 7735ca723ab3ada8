import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { auditWords } from '../../host/audit-words';
import { doAuditWork } from '../../host/audit-work';
import { writeStdout } from '../../host/terminal';
import { operatorValues } from './deployment-file';

/** `npm run cloudbase:audit -- verify …`, `verdicts …` or `list …`: the access log in the cloud, with `.env` and `operator.env`. */
async function main(argv: readonly string[]): Promise<void> {
  const words = auditWords(argv, Date.now());
  const container = await makeContainer(
    readConfigOf(operatorValues(process.env), cloudbase, { objects: cloudbase.objects }),
  );
  try {
    if (!(await doAuditWork(container, words, writeStdout))) process.exitCode = 1;
  } finally {
    await container.store.close();
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
