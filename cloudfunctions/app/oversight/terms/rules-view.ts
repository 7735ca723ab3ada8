import type { RulesOfCity } from '@tongcheng/shared/oversight/terms-api';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { PlaceSet } from '@tongcheng/shared/venues/place-set';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import type { DocumentStore } from '../../../ports/document-store';
import { venues } from '../../venues/records';
import { venueView } from '../../venues/venue-view';

interface Terms {
  readonly city: string;
  readonly rules: readonly AdmissionRule[];
  readonly proposals: readonly RuleProposal[];
  readonly placeSets: readonly PlaceSet[] | undefined;
}

/** Rules and what is proposed, with the names of the lines and venues that they are about. */
export async function rulesView(
  store: DocumentStore,
  { city, rules, proposals, placeSets = [] }: Terms,
): Promise<RulesOfCity> {
  const proposed = proposals.flatMap(({ change }) => (change.kind === 'set' ? [change.rule] : []));
  const all = [...rules, ...proposed];
  const [lines, places] = await Promise.all([
    Promise.all(idsIn(all, 'lineId').map((lineId) => lineCalled(store, city, lineId))),
    Promise.all(idsIn(all, 'venueId').map((venueId) => store.get(venues, venueId))),
  ]);
  const named = {
    lines: lines.flatMap((line) => line ?? []),
    venues: places.flatMap((venue) => (venue?.city === city ? venueView(venue) : [])),
    placeSets: [...placeSets],
  };
  return { rules: [...rules], proposals: [...proposals], named };
}

const idsIn = (rules: readonly AdmissionRule[], key: 'lineId' | 'venueId'): readonly string[] => [
  ...new Set(rules.flatMap((rule) => rule[key] ?? [])),
];

async function lineCalled(store: DocumentStore, city: string, lineId: string) {
  const [venue] = (await store.find(venues, { where: { city, lineId }, limit: 1 })).items;
  return venue?.lineName && { lineId, mode: venue.mode, name: venue.lineName };
}
