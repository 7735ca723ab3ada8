import { idPattern } from '@tongcheng/shared/ids';
import type { RecipientRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import { recipientTexts } from './recipient-texts';

/** What a recipient's row waits for. */
export type Waiting = 'other' | 'recipient' | 'day' | 'nothing';

/** Who or what has to come next at `at`. */
export const waitingFor = (recipient: RecipientRow, at: Instant): Waiting => {
  switch (recipient.state) {
    case 'proposed':
    case 'removal-proposed':
      return 'other';
    case 'approved':
      return 'recipient';
    case 'confirmed':
      return recipient.activeFrom !== undefined && recipient.activeFrom > at ? 'day' : 'nothing';
    case 'removed':
      return 'nothing';
  }
};

/** Whether the proposal is this official's own: the other person has to decide. `proposedBy` may be an id or a login. */
export const isOwn = (recipient: RecipientRow, official: { officialId: string; login: string }): boolean =>
  recipient.proposedBy === official.officialId || recipient.proposedBy === official.login;

/** How the list names an official: the reader as such, a login as it is, an internal number by its end. */
export const officialName = (
  who: string,
  official: { readonly officialId: string; readonly login: string },
): { readonly kind: 'you' | 'installation' } | { readonly kind: 'named'; readonly name: string } => {
  if (who === official.officialId || who === official.login) return { kind: 'you' };
  if (who === 'installation') return { kind: 'installation' };
  return { kind: 'named', name: idPattern.test(who) ? `…${who.slice(-5)}` : who };
};

/** Says who an official is, as far as the list tells. */
export const useOfficialName = (): ((who: string) => string) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  return (who) => {
    const named = officialName(who, session);
    return named.kind === 'named' ? named.name : say(recipientTexts[named.kind]);
  };
};
