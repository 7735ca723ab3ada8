import { OwnRegularsPanel } from '../../features/coaches/regulars/own-regulars-panel';
import { MineScreen } from '../../features/rights/mine-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** The rider's own information and rights. */
export default pageOf('mine', () => <MineScreen Agreements={OwnRegularsPanel} onEnded={() => goTo('scan')} />);
