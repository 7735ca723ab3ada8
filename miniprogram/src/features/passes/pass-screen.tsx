import { Text, View } from '@tarojs/components';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { useCity, useMustProve } from '../../client/phone';
import { useQuery } from '../../client/use-query';
import { Button } from '../../ui/button';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { ApplyForm } from './apply-form';
import { CheckPanel, CheckTrouble } from './check-panel';
import { Counters } from './counters';
import { PassList } from './pass-list';
import { ShownPass } from './shown-pass';
import { passTexts } from './texts/pass-texts';
import { useHeldPass } from './use-held-pass';
import { type KnownHolder, useAsksWho, useKnownHolder } from './use-known-holder';
import { type PersonCheck, usePersonCheck } from './use-person-check';
import { wayOnFrom } from './ways-on';
import './passes.scss';

interface PassScreenProps {
  readonly onVerify: () => void;
  readonly onProof: () => void;
  readonly onGuide: () => void;
}

/** The temporary identity pass of the rider's city, where it has any. */
export function PassScreen(props: PassScreenProps) {
  const say = useSay();
  const city = useCity();
  if (!city) return <Skeleton lines={4} label={say(passTexts.loading)} />;
  if (!city.capabilities?.includes('passes'))
    return <Empty icon="card" title={say(passTexts.absent)} words={say(passTexts.absentWords)} />;
  return <PassOfCity key={city.city} city={city} {...props} />;
}

/** Applied for, shown, and those of the last month. */
function PassOfCity({ city, onVerify, onProof, onGuide }: PassScreenProps & { readonly city: CityView }) {
  const say = useSay();
  const known = useKnownHolder();
  const mustProve = useMustProve();
  const asksWho = useAsksWho();
  const [isRenewing, setRenewing] = useState(false);
  const [unplaced, setUnplaced] = useState(false);
  const { reading, held, put } = useHeldPass(city.city);
  const list = useOwnPasses(city.city, known);
  const check = usePersonCheck(async (signed, key, typed) => {
    const isTaken = await put(signed, key, typed);
    if (isTaken) setRenewing(false);
    if (known) void list.fetch();
    return isTaken;
  });
  if (reading || (asksWho && !held)) return <Skeleton lines={6} label={say(passTexts.loading)} />;
  const again = () => {
    const { typed } = held ?? {};
    const identity = typed && {
      identity: { name: typed.name, documentKind: 'resident-id', documentNumber: typed.number } as const,
    };
    return check.begin({ city: city.city, wants: 'show', ...identity });
  };
  const isApplying = !held || isRenewing;
  return (
    <View className="sheet-of-paper" id="pass">
      {held && <ShownPass held={held} isChecking={check.isBegun} onCheck={again} onRenew={() => setRenewing(true)} />}
      {check.isBegun ? <CheckPanel check={check} /> : <CheckTrouble check={check} />}
      {isApplying && (
        <View className={check.isBegun ? 'pass-away' : ''}>
          <Text className="pass-about">{say(passTexts.about)}</Text>
          <ApplyForm
            city={city}
            known={known}
            busy={check.busy}
            left={list.value?.left}
            mayShow={!held && (!known || list.value?.passes.some(({ state }) => state === 'valid') === true)}
            onBegin={check.begin}
            onUnplaced={() => setUnplaced(true)}
          />
          {!known && (
            <Button id="pass-verify" variant="link" icon="person" onPress={mustProve ? onProof : onVerify}>
              {say(mustProve ? passTexts.proof : passTexts.otherPerson)}
            </Button>
          )}
        </View>
      )}
      {(unplaced || known?.hasCard === false || namesCounter(check)) && <Counters city={city.city} />}
      {known && list.value && <PassList passes={list.value.passes} />}
      <Button id="pass-guide" variant="link" icon="guide" onPress={onGuide}>
        {say(passTexts.guide)}
      </Button>
    </View>
  );
}

const namesCounter = ({ failure, keyless }: PersonCheck): boolean =>
  keyless || (failure !== undefined && wayOnFrom(failure.code).toCounter);

/** P-09; nothing for whoever is not registered. */
const useOwnPasses = (city: string, known: KnownHolder | undefined) =>
  useQuery((rider) => rider.call('passes.list-passes', { city }), { key: city, wait: known === undefined });
