/** What the expected number of wrong admissions rests on. */
export interface AdmissionLoad {
  /** Taps of linked cards in the time that is looked at. */
  readonly taps: number;
  /** How likely a card's status turns from one that is let in to one that is not, within an hour: 0 to 1. */
  readonly turningPerHour: number;
  /** How old the statuses may be, in hours: the setting of the place. */
  readonly longestAgeHours: number;
}

/**
 * At most so many admissions are expected to be wrong because a status turned after the set was made: taps · rate · age (N·r·T). Sets are younger
 * than the longest age most of the time, so that fewer are: half as many where all ages are alike frequent.
 */
export const wrongAdmissionsExpected = ({ taps, turningPerHour, longestAgeHours }: AdmissionLoad): number =>
  taps * turningPerHour * longestAgeHours;
