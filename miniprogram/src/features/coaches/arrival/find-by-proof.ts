import { readPassengerProof } from '@tongcheng/shared/coaches/passenger-proof';
import type { ManifestRow } from '@tongcheng/shared/coaches/wire';

/** What a scanned text means for the trip that is open. */
export type ProofFound =
  | { readonly is: 'here'; readonly row: ManifestRow }
  | { readonly is: 'scannedOther' | 'scannedUnknown' | 'scannedNone' };

/** Looks the passenger of a scanned code up on the manifest of this trip; works without a network. */
export function findByProof(
  text: string,
  { departureId, rows }: { readonly departureId: string; readonly rows: readonly ManifestRow[] },
): ProofFound {
  const proof = readPassengerProof(text);
  if (!proof) return { is: 'scannedNone' };
  if (proof.departureId !== departureId) return { is: 'scannedOther' };
  const row = rows.find(({ passenger }) => passenger === proof.passenger);
  return row ? { is: 'here', row } : { is: 'scannedUnknown' };
}
