import { ConsentText } from '../../features/identity/consent-text';
import { pageOf } from '../page-of';

/** The long consent text. */
export default pageOf('consent', ConsentText);
