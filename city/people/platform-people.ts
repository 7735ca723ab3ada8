import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { PlatformAccount, PlatformPeople } from '../providers/platform-people';
import type { Person } from './person';

/** Alipay's `cert_type`; `10` is any other document, which it does not hand over in a form that we know. */
const certTypes: Readonly<Record<DocumentKind, string>> = {
  'resident-id': '0',
  passport: '1',
  'hk-macao-travel-permit': '11',
  'taiwan-travel-permit': '12',
  'hmt-residence-permit': '10',
  'foreign-permanent-residence': '10',
  other: '10',
};

/** The demonstration people as the platforms know them: under the name of the state's register. */
export const platformPeopleOf = (people: readonly Person[]): PlatformPeople => {
  const bySubject = new Map(people.map((person) => [person.subject, person]));
  return {
    find: (subject) => {
      const person = bySubject.get(subject);
      return person && accountOf(person);
    },
  };
};

const accountOf = ({ registeredName, documentKind, documentNumber, phone }: Person): PlatformAccount => ({
  name: registeredName,
  certType: certTypes[documentKind],
  certNo: documentNumber,
  certified: true,
  mobile: phone,
});
