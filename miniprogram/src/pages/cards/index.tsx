import { CardsScreen } from '../../features/cards/cards-screen';
import { pageOf } from '../page-of';

/** The rider's transit cards. */
export default pageOf('cards', CardsScreen);
