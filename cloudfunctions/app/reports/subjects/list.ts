import { type SubjectName, subjectFacts, subjectNames } from '@tongcheng/shared/reports/subjects';
import { coachesSource } from './coaches';
import { ridesSource } from './rides';
import type { ReportSubject, SubjectSource } from './subject';

/** The source of each subject; one without a source does not compile. */
const sources: Readonly<Record<SubjectName, SubjectSource>> = {
  rides: ridesSource,
  coaches: coachesSource,
};

/** Every subject of reports, in the order in which a timer's run forms them. */
export const reportSubjects: readonly ReportSubject[] = subjectNames.map((name) => ({
  name,
  ...subjectFacts[name],
  ...sources[name],
}));
