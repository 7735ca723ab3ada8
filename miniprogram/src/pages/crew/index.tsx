import { CrewScreen } from '../../features/coaches/crew/crew-screen';
import { pageOf } from '../page-of';

/** Departures of coaches, for their crews; `?invitation=` joins an operator. */
export default pageOf('crew', ({ parameters }) => <CrewScreen invitation={parameters.invitation} />);
