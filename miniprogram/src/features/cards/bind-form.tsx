import { Text, View } from '@tarojs/components';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { ChoiceList } from '../../ui/choice-list';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { NoticeBar } from '../../ui/notice-bar';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { NumberPlace } from './number-place';
import { cardTexts } from './texts/card-texts';
import { type BoundFor, type BoundView, useBindCard } from './use-bind-card';
import './cards.scss';

interface BindFormProps {
  readonly city: CityView;
  /** For a member of the family; else for the rider. */
  readonly memberId?: string | undefined;
  /** A card in whose place this one comes. */
  readonly replaces?: string | undefined;
  readonly onBound: (card: BoundView) => void;
}

/** The kind of card, then its number; the issuer's answer decides, not the length. */
export function BindForm({ city, memberId, replaces, onBound }: BindFormProps) {
  const whose = { ...(memberId !== undefined && { memberId }), ...(replaces !== undefined && { replaces }) };
  const say = useSay();
  const [only, ...others] = city.cardKinds;
  const [kind, setKind] = useState(others.length === 0 ? only?.kind : undefined);
  const chosen = city.cardKinds.find((known) => known.kind === kind);
  if (!only) return <NoticeBar words={say(cardTexts.noKinds)} />;
  if (chosen?.numberAt === 'app') return <NumberPlace kind={chosen} />;
  if (chosen) return <NumberForm city={city} chosen={chosen} whose={whose} onBound={onBound} />;
  return (
    <ChoiceList
      label={say(cardTexts.kind)}
      choices={city.cardKinds.map((known) => ({
        value: known.kind,
        words: say(known.name),
        picture: <Icon name="card" colour="brand" />,
      }))}
      onChoose={setKind}
    />
  );
}

interface NumberFormProps {
  readonly city: CityView;
  readonly chosen: CityView['cardKinds'][number];
  readonly whose: BoundFor;
  readonly onBound: (card: BoundView) => void;
}

function NumberForm({ city: { city, hotline }, chosen, whose, onBound }: NumberFormProps) {
  const say = useSay();
  const { number, setNumber, refusal, doubt, isLost, busy, trouble, leave, bind } = useBindCard(
    city,
    chosen,
    whose,
    onBound,
  );
  return (
    <View className="bind">
      <TypedLossNotice isLost={isLost} />
      <NumberPlace kind={chosen} />
      <Field
        id="card-number"
        label={`${say(chosen.name)} · ${say(cardTexts.number)}`}
        hint={say(chosen.hint)}
        keyboard="code"
        maxLength={40}
        grouped
        value={number}
        onChange={setNumber}
        onLeave={leave}
        onDone={bind}
        {...(refusal && { refusal: say(refusal) })}
      />
      {doubt && <NoticeBar tone="heed" words={say(doubt.words, doubt.slots)} />}
      {trouble && (
        <NoticeBar tone="heed" words={say(trouble)}>
          <Button variant="link" icon="phone" number={hotline} onPress={() => telephone(hotline)}>
            {say(cardTexts.hotline)}
          </Button>
        </NoticeBar>
      )}
      <Button id="bind-card" busy={busy} onPress={bind}>
        {say(doubt ? cardTexts.bindAllTheSame : cardTexts.bind)}
      </Button>
    </View>
  );
}

/** Why binding helps, and that it is not needed (W-03). */
export function WhyBind() {
  const say = useSay();
  return <Text className="why-bind">{say(cardTexts.why)}</Text>;
}
