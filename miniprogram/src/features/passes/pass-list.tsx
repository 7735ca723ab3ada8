import { Text, View } from '@tarojs/components';
import type { PassView } from '@tongcheng/shared/passes/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { Dated } from '../../ui/dated';
import { useSay } from '../../ui/words';
import { passTexts } from './texts/pass-texts';

const when = 'YYYY-MM-DD HH:mm';

/** P-09: the passes of a registered rider in the last month. */
export function PassList({ passes }: { readonly passes: readonly PassView[] }) {
  const say = useSay();
  return (
    <View className="panel" id="pass-list">
      <Text className="panel-title">{say(passTexts.listTitle)}</Text>
      {passes.length === 0 && <Text>{say(passTexts.listNone)}</Text>}
      {passes.map(({ passId, issuedAt, endsAt, state, issuedBy }) => (
        <View key={passId} className="panel-line">
          <Dated words={say(passTexts.row, { from: formatInstant(issuedAt, when), to: formatInstant(endsAt, when) })} />
          <Text className="pass-counter-line">
            {say(passTexts.rowState, { state: say(passTexts[state]), by: say(passTexts[issuedBy]) })}
          </Text>
        </View>
      ))}
    </View>
  );
}
