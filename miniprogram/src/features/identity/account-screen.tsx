import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useAccount, useCity } from '../../client/phone';
import { telephone } from '../../platform/device/telephone';
import { Button } from '../../ui/button';
import { Fact } from '../../ui/fact';
import { Skeleton } from '../../ui/skeleton';
import { useSay } from '../../ui/words';
import { AccountEnds } from './account-ends';
import { StatusCard } from './status-card';
import { accountTexts } from './texts/account-texts';
import { kindTexts } from './texts/register-texts';
import './account.scss';

interface AccountScreenProps {
  readonly onCards: () => void;
  readonly onFamily: () => void;
  readonly onAppeals: () => void;
  /** Who looked, devices, export, correcting, deleting. */
  readonly onMine: () => void;
  readonly onConsent: () => void;
  /** Consent was withdrawn or the rider signed out. */
  readonly onEnded: () => void;
  /** Language and elder mode; the page brings them. */
  readonly settings: ReactNode;
}

/** What is known of the rider, every value masked, with its status, cards, settings and ends. */
export function AccountScreen({
  onCards,
  onFamily,
  onAppeals,
  onMine,
  onConsent,
  onEnded,
  settings,
}: AccountScreenProps) {
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
          value={account.maskedDocument}
        />
        <Fact name={say(accountTexts.phone)} value={account.maskedPhone} />
      </View>
      <StatusCard eligibility={account.standing} />
      <View className="panel">
        <Fact name={say(accountTexts.cards)} value={say(accountTexts.cardCount, { n: account.boundCards })} />
        <Button id="open-cards" variant="plain" icon="card" onPress={onCards}>
          {say(accountTexts.manageCards)}
        </Button>
      </View>
      <View className="panel">
        <Button id="open-family" variant="plain" icon="person" onPress={onFamily}>
          {say(accountTexts.family)}
        </Button>
        <Button id="open-mine" variant="plain" icon="guide" onPress={onMine}>
          {say(accountTexts.mine)}
        </Button>
        <Button id="open-appeals" variant="plain" icon="rides" onPress={onAppeals}>
          {say(accountTexts.appeals)}
        </Button>
      </View>
      {settings}
      {hotline !== undefined && (
        <Button variant="plain" icon="phone" onPress={() => telephone(hotline)}>
          {say(accountTexts.callHotline, { number: hotline })}
        </Button>
      )}
      <Button variant="link" onPress={onConsent}>
        {say(accountTexts.consent)}
      </Button>
      <AccountEnds onEnded={onEnded} />
    </View>
  );
}
