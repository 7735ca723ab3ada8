import { Text, View } from '@tarojs/components';
import { groupedDigits } from '@tongcheng/shared/grouped-digits';
import type { Text as Words } from '@tongcheng/shared/text';
import type { ReactNode } from 'react';
import { useAccount, useCity } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { Fact } from '../../ui/fact';
import type { IconName } from '../../ui/icon';
import { Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { AccountEnds } from './account-ends';
import { ProofNotice } from './proof-notice';
import { StatusCard } from './status-card';
import { accountTexts } from './texts/account-texts';
import { proofTexts } from './texts/proof-texts';
import { kindTexts } from './texts/register-texts';
import './account.scss';

interface AccountScreenProps {
  /** Lines to pages of the rider's own: family, rights, appeals … */
  readonly entries: readonly {
    readonly name: string;
    readonly icon: IconName;
    readonly title: Words;
    readonly open: () => void;
  }[];
  readonly onCards: () => void;
  readonly onScan: () => void;
  readonly onConsent: () => void;
  /** Where accounts that claim to be one rider are told apart. */
  readonly onProof: () => void;
  /** Consent was withdrawn or the rider signed out. */
  readonly onEnded: () => void;
  /** Language and elder mode; the page brings them. */
  readonly settings: ReactNode;
}

/** What is known of the rider, every value masked, with its status, cards, settings and ends. */
export function AccountScreen(props: AccountScreenProps) {
  const { entries, onCards, onScan, onConsent, onProof, onEnded, settings } = props;
  const say = useSay();
  const account = useAccount();
  const hotline = useCity()?.hotline;
  if (!account) return <Skeleton lines={6} label={say(accountTexts.loading)} />;
  return (
    <View className="sheet-of-paper" id="account">
      <View className="panel">
        <Fact name={say(accountTexts.name)} value={account.maskedName} />
        <Fact
          name={account.documentKind ? say(kindTexts[account.documentKind]) : say(accountTexts.document)}
          value={account.maskedDocument && groupedDigits(account.maskedDocument)}
        />
        <Fact name={say(accountTexts.phone)} value={account.maskedPhone && groupedDigits(account.maskedPhone)} />
      </View>
      <ProofNotice onOpen={onProof} />
      {account.unproven === undefined || account.unproven === 'past' ? (
        <StatusCard eligibility={account.standing} onScan={onScan} />
      ) : (
        <View className="panel">
          <Text>{say(proofTexts.statusAtScan)}</Text>
        </View>
      )}
      <View className="panel">
        <Fact name={say(accountTexts.cards)} value={say(accountTexts.cardCount, { n: account.boundCards })} />
        <Button id="open-cards" variant="plain" icon="card" onPress={onCards}>
          {say(accountTexts.manageCards)}
        </Button>
      </View>
      <View className="panel">
        {entries.map(({ name, icon, title, open }) => (
          <Button key={name} id={`open-${name}`} variant="plain" icon={icon} onPress={open}>
            {say(title)}
          </Button>
        ))}
      </View>
      {settings}
      {hotline !== undefined && (
        <Button variant="plain" icon="phone" number={hotline} onPress={() => telephone(hotline)}>
          {say(accountTexts.callHotline)}
        </Button>
      )}
      <Button variant="link" onPress={onConsent}>
        {say(accountTexts.consent)}
      </Button>
      <AccountEnds onEnded={onEnded} />
    </View>
  );
}
