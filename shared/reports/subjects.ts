import type { ScopeLevel } from '../scope';
import type { Text } from '../text';
import type { CityCapability } from '../venues/capabilities';
import type { ReportPeriod } from './report-key';

/** What both ends know of a subject of reports. */
export interface SubjectFacts {
  /** What a report of it is called. */
  readonly title: Text;
  /** What a later version is called, which holds what arrived late. */
  readonly supplementTitle: Text;
  /** Whose report it is. */
  readonly level: ScopeLevel;
  /** How long a time one report is of. */
  readonly period: ReportPeriod;
  /** What makes it due: a city or province without this capability gets no report of it. */
  readonly capability: CityCapability;
  /** Whether it is sent as soon as it is formed, or when an official has looked at it and released it. */
  readonly release: 'at-once' | 'after-review';
  /** For how many days after the period's end late facts make a supplement; `while-kept` as long as the subject is kept at all. */
  readonly supplementDays: number | 'while-kept';
}

/** Every subject of reports. A new one is a row here and its source in `app/reports/subjects/` (docs/adding-a-report-subject.md). */
export const subjectFacts = {
  rides: {
    title: { zh: '乘客日报', en: 'Daily passenger report' },
    supplementTitle: { zh: '乘客日报补报', en: 'Supplement to the daily passenger report' },
    level: 'city',
    period: 'day',
    capability: 'city',
    release: 'at-once',
    supplementDays: 'while-kept',
  },
  coaches: {
    title: { zh: '客运班次乘客日报', en: 'Daily report of coach passengers' },
    supplementTitle: { zh: '客运班次乘客日报补报', en: 'Supplement to the daily report of coach passengers' },
    level: 'city',
    period: 'day',
    capability: 'coaches',
    release: 'at-once',
    supplementDays: 30,
  },
} as const satisfies Readonly<Record<string, SubjectFacts>>;

/** The name of a subject. */
export type SubjectName = keyof typeof subjectFacts;

/** Whether a name is that of a subject that this release knows. */
export const isSubjectName = (name: string): name is SubjectName => name in subjectFacts;

/** Every subject's name. */
export const subjectNames: readonly SubjectName[] = Object.keys(subjectFacts).filter(isSubjectName);
