import type { SubjectName } from '@tongcheng/shared/reports/subjects';
import { cityScope } from '@tongcheng/shared/scope';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { type Form, type RecipientRecord, recipients } from '../records';
import { recordChange } from './change-recipient';
import { recipientIdOf } from './recipients-of';

const installation = 'installation';

/**
 * A recipient of reports of rides, or of `subjects`, that the installer names for the first start of a simulated city: active at once, marked as such on the list
 * and on record. Where the recipient is known nothing changes. A real installation never calls this.
 */
export async function seedRecipient(
  needs: { readonly store: DocumentStore; readonly clock: Clock; readonly keys: KeyService },
  city: string,
  address: string,
  form: Form,
  subjects?: readonly SubjectName[],
): Promise<void> {
  const now = needs.clock.now();
  const seeded: RecipientRecord = {
    _id: recipientIdOf(cityScope(city), address),
    ...{ city, address, form },
    ...(subjects && { subjects }),
    state: 'confirmed',
    reason: '安装时设定 set at installation',
    proposedBy: installation,
    proposedAt: now,
    approvedBy: installation,
    approvedAt: now,
    confirmedAt: now,
    activeFrom: now,
    askAt: 0,
    askAttempts: 0,
    seeded: true,
  };
  if (await needs.store.get(recipients, seeded._id)) return;
  await recordChange(needs, seeded, { who: installation, reason: 'seed' });
  await needs.store.insert(recipients, seeded);
}
