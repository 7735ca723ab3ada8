import { useRouter } from '@tarojs/taro';
import { VerifiedOnly } from '../../features/identity/verified-only';
import { HistoryScreen } from '../../features/rides/history-screen';
import { historyTexts } from '../../features/rides/texts/history-texts';
import { Frame } from '../frame';
import { goTo } from '../go-to';

const onNew = () => goTo.register(undefined);

/** The rider's own rides. */
export default function RidesPage() {
  const { member } = useRouter().params;
  return (
    <Frame title={historyTexts.title}>
      <VerifiedOnly onNew={onNew}>
        <HistoryScreen onScan={goTo.scan} memberId={member} />
      </VerifiedOnly>
    </Frame>
  );
}
