import { AppealScreen } from '../../features/appeals/appeal-screen';
import { OwnAppeals } from '../../features/appeals/own-appeals';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

/** `?scan=`: one verdict and the appeal against it; without it, all appeals of the rider. */
export default pageOf('appeal', ({ parameters: { scan } }) =>
  scan ? <AppealScreen scanId={scan} /> : <OwnAppeals onOpen={(opened) => goTo('appeal', { scan: opened })} />,
);
