import { Text, View } from '@tarojs/components';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { usePhone } from '../../client/phone';
import { Press } from '../../platform/view/press';
import { VerdictShape } from '../../ui/verdict-shape';
import { useSay } from '../../ui/words';
import { type ShownScan, shownScanRecord } from './shown-scan';
import { familyScanTexts } from './texts/scan-texts';
import { verdictTexts } from './texts/verdict-texts';
import { liveFaceOf } from './verdict-face';

/** The others of the family with their own verdicts: shape, name and word; a touch puts one in front. */
export function FamilyStrip({ shown }: { readonly shown: ShownScan & { readonly is: 'verdict' } }) {
  const say = useSay();
  const { records } = usePhone();
  const { family, reply } = shown;
  if (!family || family.length === 0) return null;
  const show = (other: ScanReply) => {
    const { corrected: _of, ...rest } = shown;
    const others = family.filter(({ scanId }) => scanId !== other.scanId);
    records.write(shownScanRecord, { ...rest, reply: other, family: [...others, reply] });
  };
  return (
    <View className="family-strip" id="family-strip">
      <Text className="family-strip-title">{say(familyScanTexts.together)}</Text>
      {family.map((other) => (
        <Press key={other.scanId} className="family-line" onPress={() => show(other)}>
          <View className={`family-shape family-${liveFaceOf(other.verdict)}`}>
            <VerdictShape face={liveFaceOf(other.verdict)} />
          </View>
          <Text className="family-name">{other.maskedName ?? say(verdictTexts.noName)}</Text>
          <Text>{say(verdictTexts[liveFaceOf(other.verdict)])}</Text>
        </Press>
      ))}
      <Text className="panel-note">{say(familyScanTexts.each)}</Text>
    </View>
  );
}
