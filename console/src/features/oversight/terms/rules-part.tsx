import type { Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { DecideDialog } from './decide-dialog';
import { EndDialog } from './end-dialog';
import { ProposalLine } from './proposal-line';
import { RuleDialog } from './rule-dialog';
import type { OpenRule } from './rule-form';
import { RuleHistory } from './rule-history';
import { RuleTable } from './rule-table';
import { RuleNamesProvider } from './rule-words';
import { ruleTexts } from './terms-texts';

/** the admission rules of the city; every change takes two officials. */
export const RulesPart = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [open, setOpen] = useState<OpenRule>();
  const query = useQuery((client) => client.call('oversight.list-rules', { city }), city);
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    query.refetch();
  };
  const rules = query.value?.rules ?? [];
  return (
    <RuleNamesProvider named={query.value?.named}>
      <section className="sheet" data-part="rules">
        <div className="section-head">
          <h2>{say(ruleTexts.title)}</h2>
          {may('oversight.propose-rule') && (
            <Button type="primary" data-act="add-rule" onClick={() => setOpen({ kind: 'set', rule: undefined })}>
              {say(ruleTexts.add)}
            </Button>
          )}
        </div>
        <p className="rule">{say(ruleTexts.hint)}</p>
        <QueryView query={query}>
          {({ proposals }) => (
            <>
              {proposals.map((proposal) => (
                <ProposalLine key={proposal.proposalId} {...{ proposal, rules }} onOpen={setOpen} />
              ))}
              <RuleTable rules={rules} now={clock()} mayPropose={may('oversight.propose-rule')} onOpen={setOpen} />
            </>
          )}
        </QueryView>
        {open?.kind === 'set' && (
          <RuleDialog rule={open.rule} {...{ rules, city }} now={clock()} onDone={done} onClose={close} />
        )}
        {open?.kind === 'end' && (
          <EndDialog rule={open.rule} rules={rules} now={clock()} onDone={done} onClose={close} />
        )}
        {open?.kind === 'decide' && (
          <DecideDialog proposal={open.proposal} {...{ rules }} approve={open.approve} onDone={done} onClose={close} />
        )}
        {open?.kind === 'history' && <RuleHistory ruleId={open.rule.ruleId} rules={rules} onClose={close} />}
      </section>
    </RuleNamesProvider>
  );
};
