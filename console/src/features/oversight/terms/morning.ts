import type { Asking, MorningLine } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { nameOfRule } from './compared-lines';
import { termsMorningTexts as texts } from './terms-texts';

/** Changes of the admission rules that the reader can decide. */
export const ruleLines = async ({
  call,
  may,
  official,
  city,
}: Asking<'oversight.list-rules'>): Promise<ServerReply<readonly MorningLine[]>> => {
  const reply = await call('oversight.list-rules', { city });
  if (!reply.ok) return reply;
  const others = reply.value.proposals.filter(({ proposedBy }) => proposedBy !== official.officialId);
  const mine = may('oversight.decide-rule') ? others : [];
  return {
    ok: true,
    value: mine.map(({ proposalId, change, expiresAt }) => ({
      id: proposalId,
      kind: 'waits',
      words: (say) =>
        change.kind === 'end'
          ? say(texts.end, { rule: say(nameOfRule(reply.value.rules, change.ruleId)) })
          : say(texts.set, { rule: say(change.rule.text) }),
      to: '/terms',
      by: expiresAt,
    })),
  };
};
