import { Text, View } from '@tarojs/components';
import type { NextAction } from '@tongcheng/shared/rides/meanings';
import type { Reason } from '@tongcheng/shared/rides/wire';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { verdictTexts } from './texts/verdict-texts';

interface ReasonListProps {
  readonly reasons: readonly Reason[];
  readonly onWay: (action: NextAction) => void;
}

/** Why not, in one sentence, and the one way on as a button; further reasons are folded. */
export function ReasonList({ reasons, onWay }: ReasonListProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [first, ...others] = reasons;
  if (!first) return null;
  const folded =
    others.length === 1 ? say(verdictTexts.moreReason) : say(verdictTexts.moreReasons, { n: others.length });
  return (
    <View className="reasons">
      <ReasonWords reason={first} main onWay={onWay} />
      {open && others.map((reason) => <ReasonWords key={reason.code} reason={reason} onWay={onWay} />)}
      {others.length > 0 && (
        <Button variant="link" onPress={() => setOpen(!open)}>
          {open ? say(verdictTexts.fewerReasons) : folded}
        </Button>
      )}
    </View>
  );
}

function ReasonWords({
  reason,
  main = false,
  onWay,
}: {
  readonly reason: Reason;
  readonly main?: boolean;
  readonly onWay: (action: NextAction) => void;
}) {
  const say = useSay();
  const { next, alternative } = reason;
  return (
    <View className="reason">
      <Text className="reason-words">{say(reason.text)}</Text>
      <Button variant={main ? 'main' : 'plain'} onPress={() => onWay(next.action)}>
        {say(next.text)}
      </Button>
      {alternative && (
        <Button variant="link" onPress={() => onWay(alternative.action)}>
          {say(alternative.text)}
        </Button>
      )}
    </View>
  );
}
