import { messageConsentVersion } from '@tongcheng/shared/identity/consent';
import type * as api from '@tongcheng/shared/identity/messages-api';
import { ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { Platforms } from '../../ports/platform';
import type { UseCase } from '../use-case';
import { readAccount } from './account/change-account';
import type { AccountRecord } from './account-record';

/** What the choice of messages takes. */
export interface MessageChoiceNeeds {
  readonly store: DocumentStore;
  readonly platforms: Platforms;
}

/** What stands about messages of an account. */
export function choiceOf({ platforms }: Pick<MessageChoiceNeeds, 'platforms'>, account: AccountRecord) {
  const templateId = platforms[account.provider].messages?.templateId;
  const agreed = account.messages?.version === messageConsentVersion;
  return { ...(templateId !== undefined && { templateId }), agreed };
}

/** Whether messages of the health office can come inside the rider's app, and whether they agreed. */
export const getMessageChoice: UseCase<typeof api.getMessageChoice, MessageChoiceNeeds> = async (needs, caller) =>
  ok(choiceOf(needs, await readAccount(needs.store, caller.accountId)));
