import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useRef, useState } from 'react';
import { useClient } from '../../../client/client-context';
import { type AccessKind, revokeAccess } from './access-kinds';
import type { AccessLine } from './access-lines';

/** One that could not be revoked, and why. */
interface Refused {
  readonly line: AccessLine;
  readonly failure: ArrivedFailure<string>;
}

interface Progress {
  readonly isPending: boolean;
  readonly revoked: readonly AccessLine[];
  readonly refused: readonly Refused[];
}

const idle: Progress = { isPending: false, revoked: [], refused: [] };

/** Revokes one after the other; what was revoked stays so when it is stopped, and what was refused does not stop the others. */
export const useRevokeAll = (kind: AccessKind) => {
  const client = useClient();
  const [progress, setProgress] = useState(idle);
  const isStopped = useRef(false);
  /** Gives what was revoked, earlier rounds included. */
  const run = async (lines: readonly AccessLine[], reason: string): Promise<readonly AccessLine[]> => {
    isStopped.current = false;
    let { revoked } = progress;
    let refused: readonly Refused[] = [];
    setProgress({ isPending: true, revoked, refused });
    for (const line of lines) {
      if (isStopped.current) break;
      const reply = await revokeAccess(kind, client, line.id, reason);
      if (reply.ok) revoked = [...revoked, line];
      else refused = [...refused, { line, failure: reply.failure }];
      setProgress({ isPending: true, revoked, refused });
    }
    setProgress({ isPending: false, revoked, refused });
    return revoked;
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { ...progress, run, stop };
};
