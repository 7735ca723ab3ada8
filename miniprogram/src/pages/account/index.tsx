import { View } from '@tarojs/components';
import { AccountScreen } from '../../features/identity/account-screen';
import { accountTexts } from '../../features/identity/texts/account-texts';
import { VerifiedOnly } from '../../features/identity/verified-only';
import { Frame } from '../frame';
import { goTo } from '../go-to';
import { Settings } from '../settings';

const onNew = () => goTo.register(undefined);

/** The rider's account, status, cards and settings. */
export default function AccountPage() {
  return (
    <Frame title={accountTexts.title}>
      <VerifiedOnly onNew={onNew}>
        <AccountScreen
          onCards={goTo.cards}
          onFamily={goTo.family}
          onAppeals={goTo.appeals}
          onMine={goTo.mine}
          onConsent={goTo.consent}
          onEnded={goTo.scan}
          settings={
            <View className="panel">
              <Settings />
            </View>
          }
        />
      </VerifiedOnly>
    </Frame>
  );
}
