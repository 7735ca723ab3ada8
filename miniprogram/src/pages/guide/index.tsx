import { Announcements } from '../../features/venues/announcements';
import { GuideScreen } from '../../features/venues/guide-screen';
import { pageOf } from '../page-of';

/** How it works; for everybody, signed in or not. */
export default pageOf('guide', () => (
  <>
    <Announcements />
    <GuideScreen />
  </>
));
