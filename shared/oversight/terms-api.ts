import * as z from 'zod';
import { official, officialRoles } from '../access';
import { endpoint } from '../endpoint';
import { AdmissionRule } from '../venues/admission-rule';
import { LineName } from '../venues/api';
import { PlaceSet } from '../venues/place-set';
import { RuleChange, RuleProposal } from '../venues/rule-proposal';
import { Announcement, VenueView } from '../venues/wire';
import { CityCode, FreeText, Id, Nothing } from '../wire';

const announcements = z.array(Announcement).max(50);

export const listAnnouncements = endpoint({
  name: 'oversight.list-announcements',
  summary: {
    zh: '城市的全部告示，过去和将来的都在内',
    en: 'All announcements of a city, past and coming ones among them',
  },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ announcements }),
  failures: ['city-unknown'],
});

export const saveAnnouncement = endpoint({
  name: 'oversight.save-announcement',
  summary: { zh: '新增或修改告示，五秒内生效', en: 'Add or change an announcement; it shows within five seconds' },
  access: official('administrator', 'bureau'),
  /** In the place of the one with the same id. */
  input: z.strictObject({ city: CityCode, announcement: Announcement }),
  output: z.strictObject({ announcements }),
  failures: ['city-unknown', 'announcement-incomplete', 'announcement-limit'],
});

export const removeAnnouncement = endpoint({
  name: 'oversight.remove-announcement',
  summary: { zh: '撤下告示', en: 'Take an announcement down' },
  access: official('administrator', 'bureau'),
  input: z.strictObject({ city: CityCode, noticeId: z.string().max(40) }),
  output: z.strictObject({ announcements }),
  failures: ['city-unknown', 'announcement-unknown'],
});

const Rules = z.strictObject({
  rules: z.array(AdmissionRule),
  proposals: z.array(RuleProposal),
  /** What the lines and venues of these are called, as far as the city has them, and the sets of places that a rule may name. */
  named: z.strictObject({ lines: z.array(LineName), venues: z.array(VenueView), placeSets: z.array(PlaceSet) }),
});
/** The rules of a city, what is proposed about them, and the names of their places. */
export type RulesOfCity = z.output<typeof Rules>;

export const listRules = endpoint({
  name: 'oversight.list-rules',
  summary: { zh: '准入规则与待批准的修改', en: 'Admission rules, and changes that wait for approval' },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: Rules,
  failures: ['city-unknown'],
});

export const proposeRule = endpoint({
  name: 'oversight.propose-rule',
  summary: {
    zh: '提议准入规则的修改，须另一位官员批准',
    en: 'Propose a change of the admission rules; another official approves it',
  },
  access: official('administrator', 'bureau', 'health'),
  input: z.strictObject({ city: CityCode, change: RuleChange, reason: FreeText(200) }),
  output: RuleProposal,
  failures: [
    'city-unknown',
    'rule-unknown',
    'rule-changed',
    'rule-retroactive',
    'rule-proposals-limit',
    'venue-unknown',
    'place-set-unknown',
  ],
});

export const decideRule = endpoint({
  name: 'oversight.decide-rule',
  summary: { zh: '批准或否决准入规则的修改', en: 'Approve or reject a change of the admission rules' },
  access: official('administrator', 'bureau', 'health'),
  input: z.strictObject({ city: CityCode, proposalId: Id, approve: z.boolean() }),
  output: Rules,
  failures: [
    'city-unknown',
    'nothing-to-decide',
    'second-person-needed',
    'proposal-expired',
    'rule-unknown',
    'rule-changed',
  ],
});

export const listOfficialNames = endpoint({
  name: 'oversight.list-official-names',
  summary: { zh: '城市官员的姓名：谁提议、谁批准', en: 'Names of a city’s officials: who proposed, who approved' },
  access: official(...officialRoles),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ officials: z.array(z.strictObject({ officialId: Id, name: z.string() })) }),
  failures: ['city-unknown'],
});

export const setOwnName = endpoint({
  name: 'oversight.set-own-name',
  summary: { zh: '官员填写自己的姓名', en: 'An official says what they are called' },
  access: official(...officialRoles),
  input: z.strictObject({ name: FreeText(40) }),
  output: Nothing,
  failures: ['official-unknown', 'official-name-taken'],
});
