import { FamilyScreen } from '../../features/identity/family/family-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** The family in the rider's account. */
export default pageOf('family', () => (
  <FamilyScreen
    onRead={() => goTo('consent')}
    onRides={(member) => goTo('rides', { member })}
    onCards={(member) => goTo('cards', { member })}
    onProof={() => goTo('mine')}
  />
));
