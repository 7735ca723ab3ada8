import { Text, View } from '@tarojs/components';
import type { CardView } from '@tongcheng/shared/cards/api';
import { dayOf } from '@tongcheng/shared/time';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useEffect, useState } from 'react';
import { familyRecord } from '../../client/family-record';
import { useCity, useMustProve, usePhone, useRecord } from '../../client/phone';
import { noteBoundCards } from '../../client/session-record';
import { type AnswerOf, useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { BindForm, WhyBind } from './bind-form';
import { cardTexts } from './texts/card-texts';
import type { BoundView } from './use-bind-card';

/** A card that is being bound, in the place of another one where that was renewed. */
interface Binding {
  readonly replaces?: CardView;
}

interface CardsScreenProps {
  readonly memberId?: string | undefined;
  /** Where an account is proved to be the rider's. */
  readonly onProof: () => void;
}

/** The rider's cards, or those of a member of their family, unbinding one, binding another. */
export function CardsScreen({ memberId, onProof }: CardsScreenProps) {
  const say = useSay();
  const city = useCity();
  const { cards, failure, fetch, known, setKnown, unbind, reportLost } = useCards(memberId);
  const [binding, setBinding] = useState<Binding>();
  const mustProve = useMustProve();
  const onBound = async ({ gatesKnowMinutes }: BoundView) => {
    setBinding(undefined);
    setKnown(gatesKnowMinutes);
    await fetch();
  };
  return (
    <View className="sheet-of-paper" id="cards">
      {memberId !== undefined && <WhoseCards memberId={memberId} />}
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(cardTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {known !== undefined && <NoticeBar words={say(cardTexts.gatesKnow, { minutes: known })} />}
      {!cards && !failure && <Skeleton lines={4} label={say(cardTexts.loading)} />}
      {cards?.length === 0 && !binding && (
        <Empty
          icon="card"
          title={say(cardTexts.emptyTitle)}
          words={say(memberId === undefined ? cardTexts.why : cardTexts.memberWhy)}
        />
      )}
      {cards?.map((card) => (
        <CardRow
          key={card.cardId}
          card={card}
          city={city}
          onUnbind={() => unbind(card.cardId)}
          onLost={(lost) => reportLost(card.cardId, lost)}
          onRenew={() => setBinding({ replaces: card })}
        />
      ))}
      {mustProve && <ProveFirst onProof={onProof} />}
      {binding && city && (
        <View className="panel">
          {binding.replaces && <Text>{say(cardTexts.renewWords, { four: binding.replaces.lastFour })}</Text>}
          {memberId === undefined && !binding.replaces && <WhyBind />}
          <BindForm city={city} memberId={memberId} replaces={binding.replaces?.cardId} onBound={onBound} />
        </View>
      )}
      {!mustProve && !(binding && city) && (
        <Button id="bind-another" icon="card" onPress={() => setBinding({})}>
          {say(cardTexts.title)}
        </Button>
      )}
    </View>
  );
}

/** In place of what would be refused: what opens the way to it. */
function ProveFirst({ onProof }: { readonly onProof: () => void }) {
  const say = useSay();
  return (
    <NoticeBar words={say(cardTexts.proveFirst)}>
      <Button id="open-proof" variant="link" onPress={onProof}>
        {say(cardTexts.howToProve)}
      </Button>
    </NoticeBar>
  );
}

/** Whose cards these are, where they are not the rider's own. */
function WhoseCards({ memberId }: { readonly memberId: string }) {
  const say = useSay();
  const name = useRecord(familyRecord).members.find((member) => member.memberId === memberId)?.maskedName ?? '';
  return <Text className="panel-title">{say(cardTexts.ofMember, { name })}</Text>;
}

function CardRow({
  card,
  city,
  onUnbind,
  onLost,
  onRenew,
}: {
  readonly card: CardView;
  readonly city: CityView | undefined;
  readonly onUnbind: () => Promise<void>;
  readonly onLost: (lost: boolean) => Promise<void>;
  readonly onRenew: () => void;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const known = city?.cardKinds.find(({ kind }) => kind === card.kind);
  const name = known ? say(known.name) : card.kind;
  return (
    <View className="panel">
      <Text className="panel-title">{say(cardTexts.listLine, { name, four: card.lastFour })}</Text>
      <Text className="panel-note">
        {say(sinceWords(card), { day: dayOf(card.boundAt), by: card.stated?.by ?? '' })}
      </Text>
      {card.lost && <Text className="panel-note">{say(cardTexts.lostSince)}</Text>}
      <Button variant="link" onPress={() => (sure ? onUnbind() : setSure(true))}>
        {say(sure ? cardTexts.unbindSure : card.stated ? cardTexts.notMine : cardTexts.unbind)}
      </Button>
      <LostButton lost={card.lost === true} onLost={onLost} />
      {!card.stated && (
        <Button variant="link" onPress={onRenew}>
          {say(cardTexts.renew)}
        </Button>
      )}
    </View>
  );
}

/** Reporting a card lost asks once more; finding it does not. */
function LostButton({ lost, onLost }: { readonly lost: boolean; readonly onLost: (lost: boolean) => Promise<void> }) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const press = () => {
    setSure(!lost && !sure);
    return lost || sure ? onLost(!lost) : undefined;
  };
  return (
    <Button variant="link" onPress={press}>
      {say(lost ? cardTexts.found : sure ? cardTexts.lostSure : cardTexts.lost)}
    </Button>
  );
}

/** Since when a card is linked, and by whose word. */
function sinceWords({ stated }: CardView) {
  switch (stated?.how) {
    case undefined:
      return cardTexts.since;
    case 'consent':
      return cardTexts.statedConsent;
    case 'top-up':
      return cardTexts.statedTopUp;
    case 'list':
      return cardTexts.statedList;
  }
}

/** The cards; undefined until they came. */
function useCards(memberId: string | undefined) {
  const whose = memberId === undefined ? {} : { memberId };
  const { value, failure, fetch, change } = useQuery((rider) => rider.call('cards.list-cards', whose), {
    key: memberId ?? '',
  });
  const { records } = usePhone();
  useEffect(() => {
    if (value && memberId === undefined) noteBoundCards(records, () => value.cards.length);
  }, [records, value, memberId]);
  const [known, setKnown] = useState<number>();
  const noted = <A extends AnswerOf<{ readonly gatesKnowMinutes?: number }>>(answer: A): A => {
    if (answer.ok) setKnown(answer.value.gatesKnowMinutes);
    return answer;
  };
  const unbind = (cardId: string) =>
    change(async (rider) => noted(await rider.call('cards.unbind-card', { cardId, ...whose })));
  const reportLost = (cardId: string, lost: boolean) =>
    change(async (rider) => noted(await rider.call('cards.report-lost', { cardId, lost, ...whose })));
  return { cards: value?.cards, failure, fetch, known, setKnown, unbind, reportLost };
}
