import type { OfficialRole } from '@tongcheng/shared/access';
import { dayMs, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import { newScan } from '../edge/owned-town';
import { people } from '../world/people';
import { openTown, type Town } from '../world/town';
import { enrolled, officialToken } from '../world/town-sessions';

const Case = z.object({ value: z.object({ caseId: z.string() }) });
const Request = z.object({ value: z.object({ requestId: z.string(), digest: z.string() }) });

/** A request for names, as an approval names it. */
export type Asked = z.output<typeof Request>['value'];

const tenOClock = 10;

/** A town in which it is ten in the morning, whenever the tests run: no case about today begins or ends with the day. */
export async function townAtTen(...given: Parameters<typeof openTown>): Promise<Town> {
  const town = await openTown(...given);
  const now = town.needs.clock.now();
  const ten = dayStart(dayOf(now)) + tenOClock * hourMs;
  town.pass(now <= ten ? ten - now : ten + dayMs - now);
  return town;
}

/** Asks as an official: a fresh token each time, since time passes. */
export const as =
  (town: Town, official: string, roles: readonly OfficialRole[], cities = ['420100']) =>
  (name: string, body: unknown) =>
    town.ask(name, body, officialToken(town, roles, cities, 600_000, undefined, official));

/** What came of a question: `ok`, or the code of its refusal. */
export const outcome = async (told: ReturnType<Town['ask']>): Promise<string> => (await told).failure?.code ?? 'ok';

/** What a health officer says when a case about one of the people is opened: about today, and the hour before where the day has just begun. */
export function caseAbout(town: Town, index: number, more: object = {}) {
  const now = town.needs.clock.now();
  const { documentKind, documentNumber } = people[index] ?? { documentKind: '', documentNumber: '' };
  return {
    ...{ city: '420100', number: 'WH-2026-001', legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
    ...{ infectiousFrom: dayOf(now - hourMs), infectiousTo: dayOf(now), documentKind, documentNumber, ...more },
  };
}

/** A case about one of the people, by the officer `asker`. */
export async function openedCase(town: Town, index: number): Promise<string> {
  const told = await as(town, 'asker', ['health'])('tracing.open-case', caseAbout(town, index));
  return Case.parse(told).value.caseId;
}

/** A request of `asker` for the names of a case. */
export async function askedFor(town: Town, caseId: string): Promise<Asked> {
  return Request.parse(await as(town, 'asker', ['health'])('tracing.request-names', { caseId })).value;
}

/** Some of the people ride the same bus for five minutes; their tokens. */
export async function rideTogether(town: Town, indices: readonly number[]): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (const index of indices) tokens.push((await enrolled(town, index)).accessToken);
  for (const minutes of [5, 0]) {
    for (const token of tokens) await town.ask('rides.record-scan', newScan(town), token);
    town.pass(minutes * 60_000);
  }
  return tokens;
}
