import { CardsScreen } from '../../features/cards/cards-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** The rider's transit cards; `?member=`, those of a member of the family. */
export default pageOf('cards', ({ parameters }) => (
  <CardsScreen memberId={parameters.member} onProof={() => goTo('mine')} />
));
