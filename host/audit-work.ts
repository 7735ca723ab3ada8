import type { ArchiveNeeds } from '@tongcheng/cloudfunctions/app/audit/access-archive';
import { type ReplayNeeds, replayVerdicts } from '@tongcheng/cloudfunctions/app/rides/replay-verdicts';
import type { AuditWords } from './audit-words';
import { listAudit, verifyAudit } from './verify-audit';

/** Does what the words of the command line ask, and says what was found; false when something does not fit. */
export async function doAuditWork(
  needs: ArchiveNeeds & ReplayNeeds,
  { work, mailed, query, verdicts }: AuditWords,
  say: (line: string) => unknown,
): Promise<boolean> {
  if (verdicts) return sayVerdicts(needs, verdicts, say);
  if (work !== 'list') return verifyAudit(needs, mailed, say);
  await listAudit(needs, query, say);
  return true;
}

async function sayVerdicts(
  needs: ReplayNeeds,
  { city, day }: NonNullable<AuditWords['verdicts']>,
  say: (line: string) => unknown,
): Promise<boolean> {
  const found = await replayVerdicts(needs, city, day);
  if (!found) {
    await say(`  ${day} 的密钥已销毁，不能再核对 the key of this day was destroyed: nothing can be replayed\n`);
    return true;
  }
  const { equal, withoutFacts, different } = found;
  await say(
    `  判定相符 verdicts that follow again: ${equal}；旧版本未存依据 of earlier releases, without facts: ${withoutFacts}\n`,
  );
  for (const id of different) await say(`  不符 does not follow: ${id}\n`);
  return different.length === 0;
}
