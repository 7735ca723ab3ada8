import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { writeStdout } from '../../host/terminal';
import { mailedHead, verifyAudit } from '../../host/verify-audit';

/** `npm run cloudbase:audit -- ["DAY HASH"]`: checks the access log in the cloud, with the names of the deployment. */
async function main(head: string | undefined): Promise<void> {
  const mailed = mailedHead(head);
  const container = await makeContainer(readConfigOf(process.env, cloudbase, {}));
  try {
    if (!(await verifyAudit(container, mailed, writeStdout))) process.exitCode = 1;
  } finally {
    await container.store.close();
  }
}

main(process.argv[2]).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
