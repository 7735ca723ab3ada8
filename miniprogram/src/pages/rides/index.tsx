import { useRouter } from '@tarojs/taro';
import { Gate } from '../../features/identity/gate';
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
      <Gate onNew={onNew}>
        <HistoryScreen onScan={goTo.scan} memberId={member} />
      </Gate>
    </Frame>
  );
}
