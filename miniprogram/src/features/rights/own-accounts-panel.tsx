import { Text, View } from '@tarojs/components';
import type { OtherAccount, OwnAccountsView } from '@tongcheng/shared/identity/wire';
import { plainText } from '@tongcheng/shared/typed-text';
import { useEffect, useState } from 'react';
import { useMustProve, usePhone } from '../../client/phone';
import { noteClaims } from '../../client/session-record';
import { useProofNews } from '../../client/use-proof-news';
import { useQuery } from '../../client/use-query';
import { useInFront } from '../../platform/view/in-front';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { FaceCheckPanel } from './face-check-panel';
import { ownAccountsTexts } from './texts/own-accounts-texts';

/** Somebody stands at a desk with the digits in their hand: soon enough that both see it together. */
const askMs = 10_000;

/** Whether this account is proven to be the rider's, with the code that proves it, and the others that say they are (decision 149). */
export function OwnAccountsPanel() {
  const { records } = usePhone();
  const say = useSay();
  const mustProve = useMustProve();
  useProofNews(useInFront(), askMs);
  const { value, failure, busy, fetch, change } = useQuery((rider) => rider.call('identity.list-own-accounts', {}), {
    key: `${mustProve}`,
  });
  useEffect(() => {
    if (value?.speaksForPerson) noteClaims(records, waiting(value));
  }, [records, value]);
  const decide = (accountId: string, agree: boolean, code?: string) =>
    change((rider) => rider.call('identity.decide-account', { accountId, agree, ...(code !== undefined && { code }) }));
  if (value && isPlain(value)) return null;
  return (
    <View className="panel" id="own-accounts-panel">
      <Text className="panel-title">{say(ownAccountsTexts.title)}</Text>
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(ownAccountsTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {value?.others.map((other) => (
        <OtherAccountRow
          key={other.accountId}
          other={other}
          isOpen={isOpen(value, other)}
          busy={busy}
          onDecide={decide}
        />
      ))}
      {value && <ProofCode view={value} />}
      {value?.faceCheck && <FaceCheckPanel isBegun={value.faceCheck === 'begun'} onPassed={fetch} />}
    </View>
  );
}

/** Nothing to be proven and nobody else. */
const isPlain = ({ others, seesOwnOnly, speaksForPerson }: OwnAccountsView): boolean =>
  others.length === 0 && !seesOwnOnly && speaksForPerson;

/** Whether it is still to be said of an account whether it is the rider's. */
const isOpen = ({ isChecked }: OwnAccountsView, other: OtherAccount): boolean =>
  !other.isProven || (isChecked && !other.isChecked);

const waiting = (view: OwnAccountsView): number =>
  view.others.filter((other) => !other.isDenied && isOpen(view, other)).length;

function ProofCode({ view }: { readonly view: OwnAccountsView }) {
  const say = useSay();
  const { code, seesOwnOnly, speaksForPerson, awaitsGuardian } = view;
  if (code === undefined || (!seesOwnOnly && speaksForPerson)) return null;
  return (
    <View className="right-row">
      <Text>{say(awaitsGuardian ? ownAccountsTexts.guardianTitle : ownAccountsTexts.proveTitle)}</Text>
      <Text className="panel-note">{say(ownAccountsTexts[wayOf(view)])}</Text>
      <Text className="panel-note">{say(ownAccountsTexts.code)}</Text>
      <Text id="proof-code" className="proof-code">
        {code}
      </Text>
      <Text className="panel-note">{say(ownAccountsTexts.codeWarning)}</Text>
    </View>
  );
}

function kindOf({ isProven, isDenied }: OtherAccount, asksWord: boolean) {
  if (isProven) return asksWord ? 'unchecked' : 'proven';
  return isDenied ? 'denied' : 'claims';
}

function wayOf({ isProven, awaitsGuardian }: OwnAccountsView) {
  if (awaitsGuardian) return 'guardianWords';
  return isProven ? 'deskWords' : 'proveWords';
}

interface OtherAccountRowProps {
  readonly other: OtherAccount;
  readonly isOpen: boolean;
  readonly busy: boolean;
  readonly onDecide: (accountId: string, agree: boolean, code?: string) => void;
}

function OtherAccountRow({ other, isOpen: asksWord, busy, onDecide }: OtherAccountRowProps) {
  const say = useSay();
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState('');
  const { accountId, provider, isProven, isDenied, joinedOn = '' } = other;
  const kind = kindOf(other, asksWord);
  const agree = () => onDecide(accountId, true, code);
  return (
    <View className="right-row">
      <Text>{say(ownAccountsTexts[kind], { channel: say(ownAccountsTexts[provider]), day: joinedOn })}</Text>
      {!isProven && <Text className="panel-note">{say(ownAccountsTexts.claimWords)}</Text>}
      {asksCode && (
        <Field
          id="their-code"
          label={say(ownAccountsTexts.typeCode)}
          keyboard="code"
          maxLength={20}
          value={code}
          onChange={setCode}
          onLeave={() => undefined}
          onDone={agree}
        />
      )}
      {asksWord && (
        <Button
          id="it-is-mine"
          variant={asksCode ? 'main' : 'plain'}
          busy={busy}
          disabled={asksCode && plainText(code) === ''}
          onPress={asksCode ? agree : () => setAsksCode(true)}
        >
          {say(asksCode ? ownAccountsTexts.agree : ownAccountsTexts.mine)}
        </Button>
      )}
      {!isDenied && (
        <Button id="not-mine" variant="link" onPress={() => onDecide(accountId, false)}>
          {say(isProven ? ownAccountsTexts.takeOut : ownAccountsTexts.notMine)}
        </Button>
      )}
    </View>
  );
}
