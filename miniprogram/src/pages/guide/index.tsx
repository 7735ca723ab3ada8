import { GuideScreen } from '../../features/venues/guide-screen';
import { Notices } from '../../features/venues/notices';
import { pageOf } from '../page-of';

/** How it works; for everybody, signed in or not. */
export default pageOf('guide', () => (
  <>
    <Notices />
    <GuideScreen />
  </>
));
