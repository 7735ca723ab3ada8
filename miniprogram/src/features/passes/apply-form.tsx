import { Text, View } from '@tarojs/components';
import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import { dayOf } from '@tongcheng/shared/time';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { readPosition } from '../../platform/device/position';
import { Button } from '../../ui/button';
import { Fact } from '../../ui/fact';
import { NoticeBar } from '../../ui/notice-bar';
import { TickLine } from '../../ui/tick-line';
import { useSay } from '../../ui/words';
import { emptyHolder, HolderForm, isWholeHolder } from './holder-form';
import { passTexts } from './texts/pass-texts';
import type { KnownHolder } from './use-known-holder';
import type { CheckAsked } from './use-person-check';

interface ApplyFormProps {
  readonly city: CityView;
  /** The registered rider, whose facts are filled in; undefined for whoever types them. */
  readonly known: KnownHolder | undefined;
  readonly busy: boolean;
  /** How many may still be applied for this month, where it is known. */
  readonly left: number | undefined;
  /** There is, or may be, a pass that can be shown. */
  readonly mayShow: boolean;
  readonly onBegin: (asked: CheckAsked) => void;
  readonly onUnplaced: () => void;
}

/** P-01, P-02: who applies, what is agreed to, and from where. */
export function ApplyForm({ city, known, busy, left, mayShow, onBegin, onUnplaced }: ApplyFormProps) {
  const say = useSay();
  const { clock } = usePhone();
  const [draft, setDraft] = useState(emptyHolder);
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState<'apply' | 'show'>();
  const place = usePlace(onUnplaced);
  const identity = known
    ? {}
    : { identity: { name: draft.name, documentKind: draft.kind, documentNumber: draft.number } };
  const isWhole = known ? known.hasCard : isWholeHolder(draft, dayOf(clock.now()));
  const begin = (wants: 'apply' | 'show') => {
    setAsked(wants);
    if (!agreed || !isWhole) return;
    const asking = { city: city.city, wants, ...identity };
    if (wants === 'show') onBegin(asking);
    else if (place.at) onBegin({ ...asking, place: place.at });
  };
  return (
    <View className="panel" id="pass-apply-form">
      <Text className="panel-title">{say(passTexts.who)}</Text>
      <Fact name={say(passTexts.city)} value={say(city.name)} whole />
      {known ? (
        <KnownFacts known={known} />
      ) : (
        <HolderForm draft={draft} onChange={setDraft} asked={asked !== undefined} />
      )}
      <TickLine
        id="pass-agree"
        words={say(passTexts.consentIdentity, { days: city.retentionDays })}
        on={agreed}
        onChange={setAgreed}
      />
      <TickLine id="pass-agree-place" words={say(passTexts.consentPlace)} on={place.agreed} onChange={place.agree} />
      {place.agreed && place.at === undefined && !place.busy && place.isRefused && (
        <NoticeBar tone="heed" words={say(passTexts.notLocated)} />
      )}
      {place.agreed && (
        <Button id="pass-locate" variant="plain" icon="place" busy={place.busy} onPress={place.locate}>
          {say(place.at ? passTexts.located : place.isRefused ? passTexts.locateAgain : passTexts.locate)}
        </Button>
      )}
      {asked && !agreed && <NoticeBar tone="heed" words={say(passTexts.mustConsent)} />}
      {asked === 'apply' && agreed && !place.at && !place.isRefused && (
        <NoticeBar tone="heed" words={say(passTexts.mustLocate)} />
      )}
      {left !== undefined && <Text className="panel-note">{say(passTexts.left, { n: left })}</Text>}
      <Button id="pass-apply" busy={busy} onPress={() => begin('apply')}>
        {say(passTexts.apply)}
      </Button>
      {mayShow && (
        <>
          <Button id="pass-show" variant="plain" busy={busy} onPress={() => begin('show')}>
            {say(passTexts.show)}
          </Button>
          <Text className="panel-note">{say(passTexts.showNote)}</Text>
        </>
      )}
    </View>
  );
}

function KnownFacts({ known: { name, number, hasCard } }: { readonly known: KnownHolder }) {
  const say = useSay();
  return (
    <>
      <Fact name={say(passTexts.name)} value={name} whole />
      <Fact name={say(passTexts.number)} value={number} whole />
      {!hasCard && <NoticeBar tone="heed" words={say(passTexts.needsCard)} />}
    </>
  );
}

/** The place of this application: asked for once the rider has agreed, and again at their touch; held on this page alone. */
function usePlace(onUnplaced: () => void) {
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [at, setAt] = useState<RoughPosition>();
  const locate = async () => {
    setBusy(true);
    const found = await readPosition();
    setBusy(false);
    setAt(found);
    setRefused(found === undefined);
    if (!found) onUnplaced();
  };
  const agree = (on: boolean) => {
    setAgreed(on);
    setAt(undefined);
    if (on) void locate();
  };
  return { agreed, agree, busy, isRefused, at, locate };
}
