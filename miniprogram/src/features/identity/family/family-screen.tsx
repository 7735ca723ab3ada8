import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useMustProve } from '../../../client/phone';
import { useProofNews } from '../../../client/use-proof-news';
import { useInFront } from '../../../platform/view/in-front';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { Empty, Skeleton } from '../../../ui/placeholders';
import { useSay } from '../../../ui/words';
import { familyTexts } from '../texts/family-texts';
import { proofTexts } from '../texts/proof-texts';
import { AddMember } from './add-member';
import { ConsentCodePanel } from './consent-code-panel';
import { GuardianPanel } from './guardian-panel';
import { MemberCard } from './member-card';
import { useFamily } from './use-family';
import '../account.scss';
import '../register.scss';
import './family.scss';

interface FamilyScreenProps {
  readonly onRead: () => void;
  readonly onRides: (memberId: string) => void;
  readonly onCards: (memberId: string) => void;
  /** Where an account is proved to be the rider's. */
  readonly onProof: () => void;
}

/** those without a phone in this account, and adding one; an account that is not yet proved has no family (decision 149). */
export function FamilyScreen(props: FamilyScreenProps) {
  const say = useSay();
  useProofNews(useInFront());
  if (!useMustProve()) return <Family {...props} />;
  return (
    <View className="sheet-of-paper" id="family">
      <Empty icon="person" title={say(familyTexts.notYet)} words={say(familyTexts.proveFirst)}>
        <Button id="open-proof" onPress={props.onProof}>
          {say(proofTexts.how)}
        </Button>
      </Empty>
    </View>
  );
}

function Family({ onRead, onRides, onCards }: FamilyScreenProps) {
  const say = useSay();
  const { family, failure, fetch, remove, take } = useFamily();
  const [adding, setAdding] = useState(false);
  const isFull = family !== undefined && family.members.length >= family.most;
  return (
    <View className="sheet-of-paper" id="family">
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(familyTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {!family && !failure && <Skeleton lines={4} label={say(familyTexts.loading)} />}
      {adding && (
        <AddMember
          onRead={onRead}
          onClose={() => setAdding(false)}
          onAdded={(came) => {
            take(came);
            setAdding(false);
          }}
        />
      )}
      {!adding && family?.members.length === 0 && (
        <Empty icon="person" title={say(familyTexts.emptyTitle)} words={say(familyTexts.about)} />
      )}
      {!adding &&
        family?.members.map((member) => (
          <MemberCard
            key={member.memberId}
            member={member}
            onRides={() => onRides(member.memberId)}
            onCards={() => onCards(member.memberId)}
            onRemove={() => remove(member.memberId)}
          />
        ))}
      {!adding && family && !isFull && (
        <Button id="add-member" icon="plus" onPress={() => setAdding(true)}>
          {say(familyTexts.add)}
        </Button>
      )}
      {!adding && family && <GuardianPanel />}
      {!adding && family && <ConsentCodePanel />}
      {isFull && <Text className="panel-note">{say(familyTexts.full, { n: family.most })}</Text>}
    </View>
  );
}
