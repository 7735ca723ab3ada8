import type * as api from '@tongcheng/shared/appeals/api';
import { fail, ok } from '@tongcheng/shared/result';
import { sourceName } from '@tongcheng/shared/rides/reasons/sources';
import type { Text } from '@tongcheng/shared/text';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';
import { venueViewOfScan } from '../rides/journeys/ride-view';
import type { ScanRecord } from '../rides/scan-record';
import { openStatusTimes, verdictOf } from '../rides/scanning/scan-verdict';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { appeals } from './appeal-record';
import { appealView } from './appeal-view';
import { isAppealable, ownScan } from './own-scan';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/** One's own verdict with issuer, rule, reasons and expiry, and how the appeal against it stands. */
export const lookAtVerdict: UseCase<typeof api.lookAtVerdict, Needs> = async (needs, caller, { scanId }) => {
  const found = await ownScan(needs, caller, scanId);
  const settings = found && (await needs.cityOf(found.scan.city));
  if (!found || !settings) return fail('scan-unknown');
  const { scan, dayVault } = found;
  const { maskedName } = dayVault.open(scan._id, scan.sealed);
  const appeal = await needs.store.get(appeals, scan._id);
  const rule = ruleText(settings, scan);
  return ok({
    scanId,
    venue: await venueViewOfScan(needs.venueOf, scan),
    scannedAt: scan.scannedAt,
    ...(maskedName !== undefined && { maskedName }),
    verdict: verdictOf(scan, openStatusTimes(dayVault, scan)),
    issuer: issuerOf(settings, scan),
    ...(rule && { rule }),
    open: isAppealable(scan),
    answerWithinHours: settings.appealHours,
    ...(appeal && { appeal: appealView(dayVault, appeal) }),
  });
};

/** A colour is its source's word; every other reason rests on the city's rule alone. */
function issuerOf({ name }: CitySettings, { statusSource }: ScanRecord): Text {
  if (statusSource !== undefined) return sourceName(statusSource);
  return { zh: `${name.zh}的乘车规则`, en: `Riding rules of ${name.en}` };
}

const ruleText = ({ admissionRules }: CitySettings, { ruleId, ruleVersion }: ScanRecord): Text | undefined =>
  admissionRules.find((rule) => rule.ruleId === ruleId && rule.version === ruleVersion)?.text;
