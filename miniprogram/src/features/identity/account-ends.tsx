import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { eraseAccount } from '../../client/erase-account';
import { familyRecord } from '../../client/family-record';
import { usePhone } from '../../client/phone';
import { useMutation } from '../../client/use-mutation';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { useDraft } from './draft';
import { accountTexts } from './texts/account-texts';

type Asked = 'nothing' | 'sign-out' | 'withdraw';

/** Signing out and withdrawing consent; each asks once more and says what follows. */
export function AccountEnds({ onEnded }: { readonly onEnded: () => void }) {
  const say = useSay();
  const [asked, setAsked] = useState<Asked>('nothing');
  if (asked === 'sign-out') return <SignOut onEnded={onEnded} onKeep={() => setAsked('nothing')} />;
  if (asked === 'withdraw') return <Withdraw onEnded={onEnded} onKeep={() => setAsked('nothing')} />;
  return (
    <View className="account-ends">
      <Button id="sign-out" variant="link" onPress={() => setAsked('sign-out')}>
        {say(accountTexts.signOut)}
      </Button>
      <Button id="withdraw" variant="link" onPress={() => setAsked('withdraw')}>
        {say(accountTexts.withdraw)}
      </Button>
    </View>
  );
}

interface EndProps {
  readonly onEnded: () => void;
  readonly onKeep: () => void;
}

function SignOut({ onEnded, onKeep }: EndProps) {
  const { rider, records } = usePhone();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const signOut = async (everywhere: boolean) => {
    setBusy(true);
    await rider.signOut(everywhere);
    records.write(familyRecord, familyRecord.empty);
    onEnded();
  };
  return (
    <View className="panel">
      <Text className="panel-title">{say(accountTexts.signOut)}</Text>
      <Button id="sign-out-here" busy={busy} onPress={() => signOut(false)}>
        {say(accountTexts.signOutHere)}
      </Button>
      <Button variant="plain" busy={busy} onPress={() => signOut(true)}>
        {say(accountTexts.signOutEverywhere)}
      </Button>
      <Button variant="link" onPress={onKeep}>
        {say(accountTexts.keep)}
      </Button>
    </View>
  );
}

function Withdraw({ onEnded, onKeep }: EndProps) {
  const { records } = usePhone();
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const { forget } = useDraft();
  const withdraw = async () => {
    const answer = await send((rider) => rider.call('identity.withdraw-consent', {}));
    if (!answer.ok) return;
    forget();
    await eraseAccount(records);
    onEnded();
  };
  return (
    <View className="panel">
      <Text className="panel-title">{say(accountTexts.withdraw)}</Text>
      <Text>{say(accountTexts.withdrawWords)}</Text>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      <Button onPress={onKeep}>{say(accountTexts.keep)}</Button>
      <Button id="withdraw-confirm" variant="plain" busy={busy} onPress={withdraw}>
        {say(accountTexts.withdrawConfirm)}
      </Button>
    </View>
  );
}
