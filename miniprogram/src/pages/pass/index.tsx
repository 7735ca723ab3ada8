import { PassScreen } from '../../features/passes/pass-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** The temporary identity pass: applied for, shown, and those of the last month. */
export default pageOf('pass', () => (
  <PassScreen onVerify={() => goTo('register')} onGuide={() => goTo('guide')} onProof={() => goTo('mine')} />
));
