import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import { createContext, useContext } from 'react';
import { useClient } from './client-context';
import { keptFindings } from './kept-findings';
import type { MorningLine, MorningTopic } from './morning';
import { type OfficialEndpoint, officialMay } from './permissions';
import type { Section } from './section';
import { type QueryState, type ServerReply, useQuery } from './use-query';

/** A section that tells something. */
export interface MorningSection extends Pick<Section, 'path' | 'name'> {
  readonly capability?: CityCapability;
  readonly topic: MorningTopic;
}

/** What one section told about one city. */
export interface SectionFinding {
  readonly city: string;
  readonly section: MorningSection;
  readonly reply: ServerReply<readonly MorningLine[]>;
}

/** Of the sections that an official sees, those that have something to tell them. */
export const morningSections = (
  seen: readonly Section[],
  session: Pick<OfficialSession, 'roles'>,
): readonly MorningSection[] =>
  seen.flatMap(({ morning, path, name, capability }) =>
    morning === 'nothing' || !morning.asks.every((endpoint) => officialMay(session, endpoint))
      ? []
      : [{ path, name, topic: morning, ...(capability && { capability }) }],
  );

const SectionsContext = createContext<readonly MorningSection[]>([]);

/** Gives the morning page and the page of all systems what they show. */
export const MorningSectionsProvider = SectionsContext.Provider;

/** A city that has nothing of a section has nothing to tell of it either. */
const isAbsent = (reply: ServerReply<unknown>): boolean => !reply.ok && reply.failure.code === 'capability-absent';

interface Looking {
  readonly session: OfficialSession;
  readonly cities: readonly string[];
  readonly clock: () => Instant;
  /** Which sections a city has something of. */
  readonly has?: (city: string, section: MorningSection) => boolean;
  /** The city that is worked in, which is asked each time; what was found of others may be a minute old. Absent: all are asked. */
  readonly current?: string;
}

const everyMs = 60_000;
const keptOf = keptFindings<SectionFinding>();

/** Asks every section about every one of these cities, one city after another, and again each minute. */
export const useFindings = ({
  session,
  cities,
  clock,
  has = () => true,
  current,
}: Looking): QueryState<readonly SectionFinding[]> & { readonly refetch: () => void } => {
  const all = useContext(SectionsContext);
  const client = useClient();
  const askedIn = (city: string) => all.filter((section) => has(city, section));
  const look = async () => {
    const findings: SectionFinding[] = [];
    const may = (name: OfficialEndpoint) => officialMay(session, name);
    for (const city of cities) {
      const asking = { call: client.call, may, official: session, city, now: clock() };
      const find = async () => {
        const found = askedIn(city).map(async (section) => ({
          city,
          section,
          reply: await section.topic.look(asking),
        }));
        return (await Promise.all(found)).filter(({ reply }) => !isAbsent(reply));
      };
      const mayBeOld = current !== undefined && city !== current;
      findings.push(...(await (mayBeOld ? keptOf(client).foundLately(keyOf(city), asking.now, find) : find())));
    }
    return { ok: true, value: findings } as const;
  };
  // What other cities have changes nothing here.
  const keyOf = (city: string) => [city, ...askedIn(city).map(({ path }) => path)].join(' ');
  const key = cities.map(keyOf).join();
  return useQuery(look, key, everyMs);
};
