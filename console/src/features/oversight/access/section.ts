import type { Section } from '../../../client/section';
import { opensLater } from '../../../ui/placeholders';

/** who and what may come in – staff, invitations, devices, partner systems, officials and their sign-ins – and ending it. */
export const accessSection: Section = {
  path: '/access',
  name: { zh: '人员与设备', en: 'People and devices' },
  group: 'people',
  opensWith: ['oversight.list-sign-ins'],
  calls: [
    'oversight.end-sign-in',
    'oversight.list-staff',
    'oversight.revoke-staff',
    'oversight.list-invitations',
    'oversight.revoke-invitation',
    'oversight.list-officials',
    'oversight.revoke-official',
    'devices.list-devices',
    'devices.revoke-device',
    'partners.list-partners',
    'partners.revoke-partner',
  ],
  morning: 'nothing',
  Screen: opensLater(async () => (await import('./access-screen')).AccessScreen),
};
