import type { Answer } from '@tongcheng/shared/client';
import type { ExposedRider } from '@tongcheng/shared/tracing/wire';
import { useEffect, useState } from 'react';
import { useMutation } from '../../../client/use-mutation';

type Opened = Extract<Answer<'tracing.open-measure'>, { readonly ok: true }>['value'];

const atOnce = 100;
/** The longest time that a browser's timer takes. */
const longestMs = 2 ** 31 - 1;

/** Opens what a measure shows, page by page, each on record first; held by the screen alone, and gone when its time is over. */
export const useShownList = (measureId: string) => {
  const { isPending, failure, run } = useMutation();
  const [riders, setRiders] = useState<readonly ExposedRider[]>([]);
  const [opened, setOpened] = useState<Omit<Opened, 'riders'>>();
  const hide = () => {
    setOpened(undefined);
    setRiders([]);
  };
  useEffect(() => {
    if (!opened) return undefined;
    const leftMs = Math.max(0, Math.min(longestMs, opened.holdsUntil - opened.watermark.at));
    const timer = setTimeout(() => setOpened(undefined), leftMs);
    return () => clearTimeout(timer);
  }, [opened]);
  const openMore = async () => {
    const known = opened ? riders : [];
    const input = { measureId, skip: known.length, limit: atOnce };
    const page = await run((client) => client.call('tracing.open-measure', input));
    if (!page) return;
    const { riders: more, ...rest } = page;
    setRiders([...known, ...more]);
    setOpened(rest);
  };
  const recordFile = async () => {
    const input = { measureId, limit: Math.max(1, Math.min(200, riders.length)), exported: true } as const;
    return (await run((client) => client.call('tracing.open-measure', input))) !== undefined;
  };
  return { isPending, failure, riders, opened, openMore, recordFile, hide };
};
