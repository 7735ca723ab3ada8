/** How often people need others to ride, and how often staff outdo a verdict: shares that a city of such rules could have. */
export const helpShares = {
  /** Of all riders: without a phone, registered by staff (W-20, W-21). */
  withoutPhone: 0.02,
  /** Of those: helped by a community worker (W-19). */
  byCommunityWorker: 0.2,
  /** Of all riders: look after a member of the family who has no phone. */
  withMember: 0.04,
  /** Of their journeys: together. */
  together: 0.5,
  /** Of those who were refused: let on after all (W-32). */
  letOn: 0.06,
  /** Of those referred to staff: turned away. */
  turnedAwayOfReferred: 0.2,
  /** Of those admitted: turned away all the same. */
  turnedAwayOfAdmitted: 0.0015,
} as const;
