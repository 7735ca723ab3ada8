import { HistoryScreen } from '../../features/rides/history-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** The rider's own rides; `?member=`, those of a member of the family. */
export default pageOf('rides', ({ parameters }) => (
  <HistoryScreen onScan={() => goTo('scan')} memberId={parameters.member} />
));
