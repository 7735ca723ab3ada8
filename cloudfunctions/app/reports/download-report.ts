import type { downloadReport as endpoint } from '@tongcheng/shared/reports/api';
import { ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { ObjectStore } from '../../ports/object-store';
import type { UseCase } from '../use-case';
import { openReport } from './open-report';
import { fileNameOf } from './sending/report-mail';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly objects: ObjectStore;
}

/** Long enough to click, too short to pass on. */
const linkSeconds = 300;

/** A link to a report's stored file, for five minutes; the purpose is recorded first. */
export const downloadReport: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const opened = await openReport(needs, caller, input, 'report-download');
  if (!opened.ok) return opened;
  const { key, sha256 } = opened.value;
  const file = await needs.objects.link(key, { ttlSeconds: linkSeconds, fileName: fileNameOf(opened.value) });
  return ok({ file, sha256 });
};
