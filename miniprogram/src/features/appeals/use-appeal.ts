import type { AppealPage } from '@tongcheng/shared/appeals/wire';
import type { Text } from '@tongcheng/shared/text';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../client/phone';
import { platformSignIn } from '../../platform/account/sign-in';

/** One verdict with the appeal against it; undefined until it came. */
export function useAppeal(scanId: string) {
  const { rider } = usePhone();
  const [page, setPage] = useState<AppealPage>();
  const [trouble, setTrouble] = useState<Text>();
  const [busy, setBusy] = useState(false);
  const fetch = useCallback(async () => {
    setTrouble(undefined);
    const answer = await rider.call('appeals.look', { scanId });
    if (answer.ok) setPage(answer.value);
    else setTrouble(answer.failure);
  }, [rider, scanId]);
  const send = useCallback(
    async (text: string) => {
      setBusy(true);
      const code = platformSignIn.checksTexts ? await platformSignIn.code() : undefined;
      const answer = await rider.call('appeals.make', { scanId, text, ...(code !== undefined && { code }) });
      setBusy(false);
      if (!answer.ok) return setTrouble(answer.failure);
      await fetch();
    },
    [rider, scanId, fetch],
  );
  useEffect(() => {
    fetch();
  }, [fetch]);
  return { page, trouble, busy, fetch, send };
}
