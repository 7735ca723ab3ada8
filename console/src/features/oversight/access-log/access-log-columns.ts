import { officialRoles } from '@tongcheng/shared/access';
import { idPattern } from '@tongcheng/shared/ids';
import type { AccessRow } from '@tongcheng/shared/oversight/wire';
import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import type { Say } from '../../../ui/language';
import { officialRoleTexts } from '../access/access-texts';
import { accessLogTexts, actorTexts, countTexts, ownReasonTexts, purposeTexts } from './access-log-texts';

const wordOr = (text: Text | undefined, as: string, say: Say): string => (text ? say(text) : as);

const whoText = ({ actor, name }: AccessRow, say: Say): string =>
  name === undefined || actor === 'timer' ? say(actorTexts[actor]) : `${say(actorTexts[actor])} ${name}`;

/** A report, or its sending to somebody, by its id: `420100.2026-11-29.v1.masked`. */
const reportIn = (about: string) => {
  const [, day, version, form] = /\.(\d{4}-\d\d-\d\d)\.v(\d+)\.(full|masked)(?:\.|$)/.exec(about) ?? [];
  if (day === undefined || version === undefined) return undefined;
  return { day, version, form: form === 'full' ? ('full' as const) : ('masked' as const) };
};

/** What an invitation is known by. */
const keyDigest = /^[\w-]{43}$/;

/** What nobody can read stands in the details; here its end is enough to tell one from another. */
const aboutText = ({ aboutName, about }: AccessRow, say: Say): string => {
  if (aboutName !== undefined) return aboutName;
  const [, from, to] = /^access-log\.([\d-]+)\.([\d-]+)$/.exec(about) ?? [];
  if (from !== undefined && to !== undefined) return say(accessLogTexts.ofDays, { from, to });
  const report = reportIn(about);
  if (report) return say(accessLogTexts.report, { ...report, form: say(accessLogTexts[report.form]) });
  return idPattern.test(about) || keyDigest.test(about) ? `…${about.slice(-5)}` : about;
};

/** Reasons by a word of the product's own, by roles that the installation gave, or as people typed them. */
const whyText = (reason: string, say: Say): string => {
  const roles = /^add ([a-z,-]+)$/.exec(reason)?.[1]?.split(',');
  const known = roles?.flatMap((role) => officialRoles.filter((each) => each === role)) ?? [];
  if (roles && known.length === roles.length)
    return say(accessLogTexts.addedAs, { roles: known.map((role) => say(officialRoleTexts[role])).join(' · ') });
  return wordOr(ownReasonTexts[reason], reason, say);
};

const reasonText = ({ reason, counts }: AccessRow, say: Say): string =>
  [
    ...(reason === undefined ? [] : [whyText(reason, say)]),
    ...Object.entries(counts).map(([name, count]) => `${wordOr(countTexts[name], name, say)} ${count}`),
  ].join(' · ');

/** The columns of the access log; numbers of entries and things are told by the details. */
export const accessLogColumns: readonly TableColumn<AccessRow>[] = [
  {
    id: 'time',
    name: accessLogTexts.time,
    text: ({ at }) => formatInstant(at),
    order: ({ at, entry }) => `${String(at).padStart(15, '0')} ${entry}`,
    kind: 'head',
  },
  { id: 'who', name: accessLogTexts.actor, text: whoText, order: ({ actor, name = '' }) => `${actor} ${name}` },
  {
    id: 'purpose',
    name: accessLogTexts.purpose,
    text: ({ purpose }, say) => say(purposeTexts[purpose]),
    order: ({ purpose }) => purpose,
  },
  {
    id: 'object',
    name: accessLogTexts.object,
    text: aboutText,
    order: ({ aboutName, about }) => aboutName ?? about,
    kind: 'answer',
  },
  { id: 'reason', name: accessLogTexts.reason, text: reasonText, kind: 'answer' },
];
