import { type RequirementCheck, refer, refuse } from './check';

/** W-06: green passes, red and yellow do not; whatever is missing, away, expired or of the future is unknown and goes to staff. */
export const greenStatus: RequirementCheck = ({ status }, _rule, now) => {
  if (status === null) return refer('status-missing');
  if (status === 'unavailable') return refer('status-unavailable');
  if (status.issuedAt > now) return refer('status-not-yet-valid');
  if (status.expiresAt <= now) return refer('status-expired');
  switch (status.colour) {
    case 'green':
      return undefined;
    case 'yellow':
      return refuse('status-yellow');
    case 'red':
      return refuse('status-red');
  }
};
