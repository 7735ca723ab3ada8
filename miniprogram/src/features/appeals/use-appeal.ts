import { useQuery } from '../../client/use-query';
import { platformSignIn } from '../../platform/account/sign-in';

/** One verdict with the appeal against it. */
export function useAppeal(scanId: string) {
  const {
    value: page,
    failure,
    busy,
    fetch,
    change,
  } = useQuery((rider) => rider.call('appeals.look-at-verdict', { scanId }), {
    key: scanId,
  });
  const send = (text: string) =>
    change(async (rider) => {
      const code = platformSignIn.checksTexts ? await platformSignIn.code() : undefined;
      return rider.call('appeals.make-appeal', { scanId, text, ...(code !== undefined && { code }) });
    });
  return { page, failure, busy, fetch, send };
}
