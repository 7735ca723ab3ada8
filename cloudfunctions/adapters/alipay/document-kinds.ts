import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';

/**
 * Alipay's `cert_type` in our words: 0 ID card, 5 temporary ID card, 6 household register (each with the holder's ID number),
 * 1 passport, 4 and 11 travel permits of Hong Kong and Macao, 8 and 12 of Taiwan. With any other the rider fills in the form.
 */
export const documentKindOf: Readonly<Record<string, DocumentKind>> = {
  '0': 'resident-id',
  '5': 'resident-id',
  '6': 'resident-id',
  '1': 'passport',
  '4': 'hk-macao-travel-permit',
  '11': 'hk-macao-travel-permit',
  '8': 'taiwan-travel-permit',
  '12': 'taiwan-travel-permit',
};
