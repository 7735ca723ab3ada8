import type { ArrivedFailure, Client } from '@tongcheng/shared/client';
import { useEffect, useRef, useState } from 'react';
import { useClient } from './client-context';
import type { ServerReply } from './use-query';

interface RunState<R> {
  readonly isPending: boolean;
  /** Steps that are done, of how many. */
  readonly done: readonly R[];
  readonly of: number;
  /** Why the last step was refused; those before it are done, those after it were not begun. */
  readonly failure?: ArrivedFailure<string>;
}

/** Many steps of one kind that a person has the server do. */
export interface Run<S, R> extends RunState<R> {
  /** Does one step after the other; ends at a refusal, or when it is stopped. Gives what was done. */
  readonly start: (steps: readonly S[]) => Promise<readonly R[]>;
  /** Lets the step under way end and begins no other. */
  readonly stop: () => void;
}

/** Does many steps with the server, one after the other, and says how far it has come. A second start while one is under way does nothing. */
export const useRun = <S, R>(step: (client: Client, one: S) => Promise<ServerReply<R>>): Run<S, R> => {
  const client = useClient();
  const [state, setState] = useState<RunState<R>>({ isPending: false, done: [], of: 0 });
  const goesOn = useRef(false);
  const isUnderWay = useRef(false);
  useEffect(
    () => () => {
      goesOn.current = false;
    },
    [],
  );
  const start = async (steps: readonly S[]): Promise<readonly R[]> => {
    const done: R[] = [];
    if (isUnderWay.current) return done;
    isUnderWay.current = true;
    goesOn.current = true;
    setState({ isPending: true, done, of: steps.length });
    const failure = await takeSteps(steps);
    isUnderWay.current = false;
    setState({ isPending: false, done: [...done], of: steps.length, ...(failure && { failure }) });
    return done;

    async function takeSteps(left: readonly S[]): Promise<ArrivedFailure<string> | undefined> {
      for (const one of left) {
        if (!goesOn.current) return undefined;
        const reply = await step(client, one);
        if (!reply.ok) return reply.failure;
        done.push(reply.value);
        setState({ isPending: true, done: [...done], of: left.length });
      }
      return undefined;
    }
  };
  const stop = () => {
    goesOn.current = false;
  };
  return { ...state, start, stop };
};
