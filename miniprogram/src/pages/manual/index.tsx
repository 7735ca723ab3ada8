import { ManualScreen } from '../../features/coaches/manual/manual-screen';
import { pageOf } from '../page-of';

/** Manuals of the coaches' three parts; `?part=` opens one of them. */
export default pageOf('manual', ({ parameters }) => <ManualScreen part={parameters.part} />);
