import type { Instant } from '@tongcheng/shared/time';
import { type Mutation, useMutation } from '../../../client/use-mutation';
import type { VisitorRow } from './visitor-rows';

/** A code as it was made: shown this once. */
export interface PostedCode {
  readonly invitation: string;
  readonly link: string;
  readonly expiresAt: Instant;
  /** The code that it replaces could not be revoked. */
  readonly oldHolds: boolean;
}

interface VisitorChange {
  readonly mutation: Mutation;
  /** Posts a code, then ends the one before, so that the station is never without. */
  readonly post: (validDays: number, reason: string) => Promise<PostedCode | undefined>;
  /** Gives whether it was revoked. */
  readonly revoke: (reason: string) => Promise<boolean>;
}

/** What the server is asked about the code of a station. */
export const useVisitorChange = (city: string, { stationId, code }: VisitorRow): VisitorChange => {
  const mutation = useMutation();
  const revoke = async (reason: string): Promise<boolean> => {
    if (!code) return true;
    const { invitationId } = code;
    const ended = await mutation.run(({ call }) => call('oversight.revoke-invitation', { invitationId, reason }));
    return ended !== undefined;
  };
  const post = async (validDays: number, reason: string): Promise<PostedCode | undefined> => {
    const input = { city, stationId, validDays };
    const posted = await mutation.run(({ call }) => call('oversight.post-visitor-code', input));
    return posted && { ...posted, oldHolds: !(await revoke(reason)) };
  };
  return { mutation, post, revoke };
};
