import { reportPassword } from '@tongcheng/cloudfunctions/app/reports/protection/report-password';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { Day } from '@tongcheng/shared/time';
import { cityCode } from './city/simulated-city';
import { demonstrationRecipients } from './first-start';
import { recipientOf } from './province/appoint-officials';
import type { SimulatedProvince } from './province/simulated-province';
import type { MailedReport } from './report-text';

/** The workbooks of the simulated city's rides. */
export const reportsOfCity = (container: Container, day: Day): Promise<readonly MailedReport[]> =>
  Promise.all(
    demonstrationRecipients.map(async ({ address, form }) => ({
      ...{ address, form },
      password: await reportPassword(container, { city: cityCode, form, day }),
    })),
  );

/** The workbooks of the simulated province's coaches, one for each city. */
export const reportsOfProvince = (
  container: Container,
  { province }: SimulatedProvince,
  day: Day,
): Promise<readonly MailedReport[]> =>
  Promise.all(
    province.cities.map(async ({ city, name }) => ({
      ...{ address: recipientOf(name.en), form: 'full' as const },
      password: await reportPassword(container, { subject: 'coaches', city, form: 'full', day }),
    })),
  );
