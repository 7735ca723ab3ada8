import { Text, View } from '@tarojs/components';
import type { AppealPage } from '@tongcheng/shared/appeals/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { Fact } from '../../ui/fact';
import { venueLine } from '../../ui/venue-line';
import { useSay } from '../../ui/words';
import { appealTexts } from './texts/appeal-texts';

const minutes = (at: number) => formatInstant(at, 'YYYY-MM-DD HH:mm');

/** who issued the verdict, by which rule, why, and until when. */
export function VerdictBasis({ page }: { readonly page: AppealPage }) {
  const say = useSay();
  const { verdict, issuer, rule } = page;
  const { ruleId, ruleVersion, expiresAt, reasons } = verdict;
  return (
    <View className="panel" id="verdict-basis">
      <Text className="panel-title">{say(appealTexts.basis)}</Text>
      {page.maskedName !== undefined && <Fact name={say(appealTexts.who)} value={page.maskedName} />}
      <Fact name={say(appealTexts.where)} value={say(venueLine(page.venue))} whole />
      <Fact name={say(appealTexts.when)} value={minutes(page.scannedAt)} />
      {reasons.map(({ code, text }) => (
        <Fact key={code} name={say(appealTexts.reason)} value={say(text)} />
      ))}
      <Fact name={say(appealTexts.issuer)} value={say(issuer)} />
      <Fact
        name={say(appealTexts.rule)}
        value={say(appealTexts.ruleVersion, { id: rule ? say(rule) : ruleId, version: ruleVersion })}
      />
      <Fact
        name={say(appealTexts.until)}
        value={expiresAt === undefined ? say(appealTexts.untilMended) : minutes(expiresAt)}
      />
    </View>
  );
}
