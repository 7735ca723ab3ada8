import { official } from '../access';
import { endpoint } from '../endpoint';
import { QualityDays, QualityList } from './quality';

export const registrationQuality = endpoint({
  name: 'rides.registration-quality',
  summary: {
    zh: '登记质量：缺下车、代登记、重复，按线路、车辆和人员',
    en: 'Quality of what was registered: missing ends, made by others, repeats, by line, place and staff',
  },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: QualityDays,
  output: QualityList,
  failures: ['city-unknown'],
});
