import { View } from '@tarojs/components';
import { AccountScreen } from '../../features/identity/account-screen';
import { usePageEntries } from '../entries';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';
import { Settings } from '../settings';

/** The rider's account, status, cards and settings. */
export default pageOf('account', function Account() {
  return (
    <AccountScreen
      entries={usePageEntries('account')}
      onCards={() => goTo('cards')}
      onScan={() => goTo('scan')}
      onConsent={() => goTo('consent')}
      onProof={() => goTo('mine')}
      onEnded={() => goTo('scan')}
      settings={
        <View className="panel">
          <Settings />
        </View>
      }
    />
  );
});
