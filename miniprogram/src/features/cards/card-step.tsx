import { Text, View } from '@tarojs/components';
import { useCity, useMustProve } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { BindForm, WhyBind } from './bind-form';
import { cardTexts } from './texts/card-texts';

/** W-03: after authentication a card may be bound; skipping is a plain link and never blocks a ride. */
export function CardStep({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const city = useCity();
  const mustProve = useMustProve();
  if (mustProve)
    return (
      <>
        <NoticeBar words={say(cardTexts.afterProof)} />
        <Button id="skip-card" onPress={onDone}>
          {say(cardTexts.goOn)}
        </Button>
      </>
    );
  if (!city) return <Skeleton lines={5} label={say(cardTexts.loading)} />;
  return (
    <>
      <Text className="step-title">{say(cardTexts.title)}</Text>
      <WhyBind />
      <BindForm city={city} onBound={onDone} />
      <View className="card-ways">
        <Button id="skip-card" variant="link" onPress={onDone}>
          {say(cardTexts.skip)}
        </Button>
        <Button variant="link" number={city.hotline} onPress={() => telephone(city.hotline)}>
          {say(cardTexts.hotline)}
        </Button>
      </View>
    </>
  );
}
