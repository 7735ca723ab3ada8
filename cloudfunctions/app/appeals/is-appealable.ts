import { isCounted, type ScanRecord } from '../rides/scan-record';

/** every verdict that did not let somebody ride, but that of a demonstration code, which never lets anybody. */
export const isAppealable = (scan: ScanRecord): boolean => scan.decision !== 'admit' && isCounted(scan);
