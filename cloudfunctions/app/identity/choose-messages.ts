import { messageConsentVersion } from '@tongcheng/shared/identity/consent';
import type * as api from '@tongcheng/shared/identity/messages-api';
import { fail, ok } from '@tongcheng/shared/result';
import { wholeDayOf } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { SignIn } from '../../ports/sign-in';
import type { Vault } from '../../vault/vault';
import type { UseCase } from '../use-case';
import { changeAccount, readAccount } from './account/change-account';
import { sealSubject } from './account/message-address';
import { type AccountRecord, accountIdOf } from './account-record';
import { choiceOf, type MessageChoiceNeeds } from './get-message-choice';

/** What choosing takes: the platform says anew whose account it is, and the vault seals that. */
export interface ChooseMessagesNeeds extends MessageChoiceNeeds {
  readonly clock: Clock;
  readonly vault: Vault;
}

/**
 * Agrees to messages inside the app, or takes it back (decision 234). Only then is the platform's own id kept, sealed for the person; it is told anew by the
 * platform, and must be that of the account. Taking it back deletes it at once.
 */
export const chooseMessages: UseCase<typeof api.chooseMessages, ChooseMessagesNeeds> = async (
  needs,
  { accountId },
  { choice },
) => {
  if (!choice.agreed) return ok(choiceOf(needs, await changeAccount(needs.store, accountId, withoutMessages)));
  if (choice.version !== messageConsentVersion) return fail('consent-outdated');
  const { provider, personId, claimedPersonId } = await readAccount(needs.store, accountId);
  if (personId === undefined) return fail(claimedPersonId === undefined ? 'not-authenticated' : 'identity-not-proven');
  const { messages, signIn } = needs.platforms[provider];
  if (!messages || !signIn) return fail('platform-mismatch');
  const told = await exchanged(signIn, choice.code);
  if (told === 'away') return fail('platform-unavailable');
  if (told === 'refused') return fail('platform-code-refused');
  if ((await accountIdOf(needs.vault, provider, told.subject)) !== accountId) return fail('platform-mismatch');
  const sealedSubject = await sealSubject(needs.vault, personId, accountId, told.subject);
  const agreed = { version: choice.version, agreedAt: wholeDayOf(needs.clock.now()), sealedSubject };
  // Of somebody who became another person meanwhile, nothing is kept.
  const account = await changeAccount(needs.store, accountId, (held) =>
    held.personId === personId ? { ...held, messages: agreed } : held,
  );
  return ok(choiceOf(needs, account));
};

const withoutMessages = ({ messages: _messages, ...account }: AccountRecord): AccountRecord => account;

async function exchanged(platform: SignIn, code: string) {
  try {
    return await platform.exchange(code);
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
