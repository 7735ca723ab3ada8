import { Text, View } from '@tarojs/components';
import type { CardView } from '@tongcheng/shared/cards/api';
import { dayOf } from '@tongcheng/shared/time';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useEffect, useState } from 'react';
import { useCity, usePhone } from '../../client/phone';
import { noteBoundCards } from '../../client/session-record';
import { useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { BindForm, WhyBind } from './bind-form';
import { cardTexts } from './texts/card-texts';

/** The rider's cards, unbinding one, binding another. */
export function CardsScreen() {
  const say = useSay();
  const city = useCity();
  const { cards, failure, fetch, unbind } = useCards();
  const [binding, setBinding] = useState(false);
  const onBound = async () => {
    setBinding(false);
    await fetch();
  };
  return (
    <View className="sheet-of-paper" id="cards">
      {failure && (
        <NoticeBar tone="heed" words={say(failure)}>
          <Button variant="link" onPress={fetch}>
            {say(cardTexts.retry)}
          </Button>
        </NoticeBar>
      )}
      {!cards && !failure && <Skeleton lines={4} label={say(cardTexts.loading)} />}
      {cards?.length === 0 && !binding && (
        <Empty icon="card" title={say(cardTexts.emptyTitle)} words={say(cardTexts.why)} />
      )}
      {cards?.map((card) => (
        <CardRow key={card.cardId} card={card} city={city} onUnbind={() => unbind(card.cardId)} />
      ))}
      {binding && city ? (
        <View className="panel">
          <WhyBind />
          <BindForm city={city} onBound={onBound} />
        </View>
      ) : (
        <Button id="bind-another" icon="card" onPress={() => setBinding(true)}>
          {say(cardTexts.title)}
        </Button>
      )}
    </View>
  );
}

function CardRow({
  card,
  city,
  onUnbind,
}: {
  readonly card: CardView;
  readonly city: CityView | undefined;
  readonly onUnbind: () => Promise<void>;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const known = city?.cardKinds.find(({ kind }) => kind === card.kind);
  const name = known ? say(known.name) : card.kind;
  return (
    <View className="panel">
      <Text className="panel-title">{say(cardTexts.listLine, { name, four: card.lastFour })}</Text>
      <Text className="panel-note">{say(cardTexts.since, { day: dayOf(card.boundAt) })}</Text>
      <Button variant="link" onPress={() => (sure ? onUnbind() : setSure(true))}>
        {say(sure ? cardTexts.unbindSure : cardTexts.unbind)}
      </Button>
    </View>
  );
}

/** The rider's cards; undefined until they came. */
function useCards() {
  const { value, failure, fetch, change } = useQuery((rider) => rider.call('cards.list-cards', {}));
  const { records } = usePhone();
  useEffect(() => {
    if (value) noteBoundCards(records, () => value.cards.length);
  }, [records, value]);
  const unbind = (cardId: string) => change((rider) => rider.call('cards.unbind-card', { cardId }));
  return { cards: value?.cards, failure, fetch, unbind };
}
