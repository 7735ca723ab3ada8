import { acceptInvitation } from '@tongcheng/cloudfunctions/app/oversight/accept-invitation';
import { createInvitation } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import type { OfficialCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { refreshOfficial } from '@tongcheng/cloudfunctions/app/oversight/refresh-official';
import { refreshStaff } from '@tongcheng/cloudfunctions/app/oversight/refresh-staff';
import { signInOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-in-official';
import { signOutOfficial } from '@tongcheng/cloudfunctions/app/oversight/sign-out-official';
import { signOutStaff } from '@tongcheng/cloudfunctions/app/oversight/sign-out-staff';
import { makeVenueOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { route } from '@tongcheng/cloudfunctions/edge/route';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import * as api from '@tongcheng/shared/oversight/api';
import { generateSync } from 'otplib';
import { standingClock } from '../world/clock';
import { endpointCaller } from '../world/endpoint-caller';
import { instanceOver, ownStore } from '../world/instance';
import { places } from '../world/places';

/** The city of the first officials. */
export const city = '420100';

/** One instance of the oversight room behind its edge. */
export async function officeOver(store: DocumentStore, clock = standingClock(), seed = 'office') {
  const needs = { ...(await instanceOver(store, clock, seed)), venueOf: makeVenueOf({ store, clock }) };
  const calls = endpointCaller(needs, [
    route(api.acceptInvitation, acceptInvitation),
    route(api.refreshStaff, refreshStaff),
    route(api.signOutStaff, signOutStaff),
    route(api.createInvitation, createInvitation),
    route(api.signInOfficial, signInOfficial),
    route(api.refreshOfficial, refreshOfficial),
    route(api.signOutOfficial, signOutOfficial),
  ]);
  return { needs, clock, ...calls };
}

/** An office of its own with two officials and a few venues. */
export async function openOffice() {
  const place = ownStore();
  await place.store.insertMany(venues, Object.values(places));
  const office = await officeOver(place.store);
  const [chief, deputy] = await createFirstOfficials(office.needs, [city], async () => undefined);
  if (!chief || !deputy) throw new Error('there are two first officials');
  return { ...office, ...place, chief, deputy };
}

/** The one-time code of an official at an instant. */
export const codeAt = ({ totpSecret }: OfficialCredentials, at: number): string =>
  generateSync({ secret: totpSecret, epoch: Math.floor(at / 1_000) });
