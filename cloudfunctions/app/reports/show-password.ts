import type { showPassword as endpoint } from '@tongcheng/shared/reports/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Chance } from '../../ports/chance';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import { openReport } from './open-report';
import { reportPassword } from './protection/report-password';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly chance: Chance;
}

/** The password of a locked report, for those who may open it; the purpose is recorded first. It never goes by mail. */
export const showPassword: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const opened = await openReport(needs, caller, input, 'report-password');
  if (!opened.ok) return opened;
  if (!opened.value.passwordProtected) return fail('report-unlocked');
  return ok({ password: await reportPassword(needs, opened.value) });
};
