import { type CoachPost, cityDeskPost, officerPost } from '@tongcheng/city';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { openOffice } from './live-province';
import type { SimulatedProvince } from './simulated-province';

/** Whom somebody who tries the product may be, by an invitation that is good once. */
export interface ProvinceInvitation {
  readonly role: 'driver' | 'desk' | 'arrival-officer';
  readonly city: { readonly zh: string; readonly en: string };
  readonly invitation: string;
  readonly link: string;
}

/** From Shenyang the driver of the demonstration leaves, where the desk is too; in Dalian the officer is. */
const [leaves, reached] = ['210100', '210200'];

/** A driver of Shenyang, a desk of its stations and an arrival officer of Dalian; new ones at each start. */
export async function inviteVisitors(
  { publicUrl }: Pick<Container, 'publicUrl'>,
  { province }: SimulatedProvince,
  { invite }: Pick<ReturnType<typeof openOffice>, 'invite'>,
): Promise<readonly ProvinceInvitation[]> {
  const driver: CoachPost = { postId: 'driver', role: 'driver', venueIds: [], city: leaves };
  const posts = [
    { role: 'driver', post: driver },
    { role: 'desk', post: cityDeskPost(province, leaves) },
    { role: 'arrival-officer', post: officerPost(province, reached) },
  ] as const;
  const made: ProvinceInvitation[] = [];
  for (const { role, post } of posts) {
    const invitation = await invite(post);
    const city = province.cities.find((each) => each.city === post.city)?.name ?? { zh: '', en: '' };
    made.push({ role, city, invitation, link: `${publicUrl}/app/#/pages/crew/index?invitation=${invitation}` });
  }
  return made;
}
