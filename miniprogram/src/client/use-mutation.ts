import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useState } from 'react';
import { usePhone } from './phone';
import type { AnswerOf, RiderRequest } from './use-query';

/** Something that a rider sends by a button. */
export interface Mutation {
  /** It is under way: the button waits. */
  readonly busy: boolean;
  /** Why the last one was refused; undefined after one that was taken. */
  readonly failure: ArrivedFailure<string> | undefined;
  /** The network is back, as another answer showed: what was refused for want of it is said no more. */
  readonly reached: () => void;
  readonly send: <T>(request: RiderRequest<T>) => Promise<AnswerOf<T>>;
}

/** What is under way and what was refused, for one button or form. */
export function useMutation(): Mutation {
  const { rider } = usePhone();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const send = async <T>(request: RiderRequest<T>): Promise<AnswerOf<T>> => {
    setBusy(true);
    const answer = await request(rider);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    return answer;
  };
  const reached = () => setFailure((held) => (held?.retry === 'later' ? undefined : held));
  return { busy, failure, reached, send };
}
