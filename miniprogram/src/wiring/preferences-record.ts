import type { Language } from '@tongcheng/shared/text';
import { hasFields, type PhoneRecord } from '../client/records';
import { phoneLanguage } from '../platform/device/language';

/** Language and large form, as chosen or as the phone is set. */
export const preferencesRecord: PhoneRecord<{ readonly language: Language; readonly elder: boolean }> = {
  key: 'tc.preferences',
  empty: { language: phoneLanguage(), elder: false },
  is: (value): value is { readonly language: Language; readonly elder: boolean } =>
    hasFields(value, 'language', 'elder') && (value.language === 'zh' || value.language === 'en'),
};
