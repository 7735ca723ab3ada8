import { DepartureScreen } from '../../features/coaches/departure-screen';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** A coach whose departure code was scanned: who rides on it is registered here. */
export default pageOf('coach', ({ code }) => (
  <DepartureScreen
    code={code ?? ''}
    onScan={() => goTo('scan')}
    onVerify={() => goTo('register', { code })}
    onOther={(other) => goTo('coach', { code: other })}
    onManual={() => goTo('manual', { part: 'passenger' })}
  />
));
