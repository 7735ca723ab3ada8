import { Text, View } from '@tarojs/components';
import { mayRenew } from '@tongcheng/shared/passes/terms';
import { formatInstant, minuteMs } from '@tongcheng/shared/time';
import { useEffect } from 'react';
import { brighten } from '../../platform/device/brightness';
import { useLookedAt } from '../../platform/view/looked-at';
import { Button } from '../../ui/button';
import { minuteText } from '../../ui/clock-text';
import { CodePicture } from '../../ui/code-picture';
import { Fact } from '../../ui/fact';
import { NoticeBar } from '../../ui/notice-bar';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import type { HeldPass } from './held-pass';
import { SecondCode } from './second-code';
import { shownTexts } from './texts/shown-texts';
import { usePassCode } from './use-pass-code';

interface ShownPassProps {
  readonly held: HeldPass;
  /** A check is under way already. */
  readonly isChecking: boolean;
  readonly onCheck: () => void;
  readonly onRenew: () => void;
}

/** P-07: so long before the check is over the rider hears of it. */
const soonMs = 5 * minuteMs;

/** The pass on the screen: its code, when the next one comes, whose it is and until when (P-06, P-07). */
export function ShownPass({ held, isChecking, onCheck, onRenew }: ShownPassProps) {
  const say = useSay();
  const { now, text, unmade, secondsLeft, refresh } = usePassCode(held);
  const { certificate } = held;
  const checkLeft = certificate.expiresAt - now;
  const isShown = checkLeft > 0;
  const isEnded = now >= certificate.passEndsAt;
  const endsWithCheck = certificate.expiresAt >= certificate.passEndsAt;
  useBright(isShown);
  return (
    <View className="panel pass-shown" id="pass-shown">
      {certificate.demonstration && <NoticeBar tone="heed" words={say(shownTexts.demonstration)} />}
      {isShown && (
        <>
          {text !== undefined && <CodePicture link={text} label={say(shownTexts.label)} />}
          {text === undefined &&
            (unmade ? (
              <NoticeBar tone="heed" words={say(shownTexts.unmade)} />
            ) : (
              <Skeleton lines={6} label={say(shownTexts.making)} />
            ))}
          <Text className="pass-countdown" id="pass-countdown">
            {say(shownTexts.next, { n: secondsLeft })}
          </Text>
          <Button id="pass-refresh" variant="plain" icon="refresh" onPress={refresh}>
            {say(shownTexts.refresh)}
          </Button>
        </>
      )}
      {!isShown && <NoticeBar tone="heed" words={say(isEnded ? shownTexts.ended : shownTexts.over)} />}
      {isShown && checkLeft <= soonMs && !endsWithCheck && !isChecking && (
        <NoticeBar words={say(shownTexts.soon, { n: Math.ceil(checkLeft / minuteMs) })} />
      )}
      {checkLeft <= soonMs && !isEnded && !(isShown && endsWithCheck) && !isChecking && (
        <Button id="pass-check-again" variant={isShown ? 'plain' : 'main'} onPress={onCheck}>
          {say(shownTexts.again)}
        </Button>
      )}
      <Fact name={say(shownTexts.holder)} value={certificate.name} whole />
      <Fact name={say(shownTexts.numberEnd)} value={certificate.numberEnd} />
      <Fact name={say(shownTexts.passEnds)} value={formatInstant(certificate.passEndsAt, 'MM-DD HH:mm')} />
      <Fact name={say(shownTexts.checkEnds)} value={minuteText(certificate.expiresAt)} />
      {isShown && <SecondCode held={held} />}
      {mayRenew(certificate.passEndsAt, now) && !isChecking && (
        <>
          {!isEnded && <Text className="panel-note">{say(shownTexts.renew)}</Text>}
          <Button id="pass-renew" variant={isEnded ? 'main' : 'plain'} onPress={onRenew}>
            {say(shownTexts.renewOpen)}
          </Button>
        </>
      )}
    </View>
  );
}

/** As bright as the platform lets it be, while the code is looked at. */
function useBright(isShown: boolean): void {
  const isLookedAt = useLookedAt();
  const isBright = isShown && isLookedAt;
  useEffect(() => (isBright ? brighten() : undefined), [isBright]);
}
