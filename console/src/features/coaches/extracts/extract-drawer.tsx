import type { ClearPassenger, ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import Button from 'antd/es/button';
import { useEffect, useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { SideDrawer } from '../../../kit/side-drawer';
import { FailureNotice } from '../../../ui/failure-notice';
import { formatList } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { ClearPassengers } from './clear-passengers';
import { contentWords } from './extract-columns';
import { authorityTexts, extractTexts } from './texts';

interface Opened {
  readonly passengers: readonly ClearPassenger[];
  readonly forgottenDays: readonly string[];
  readonly watermark: { readonly officialId: string; readonly at: number; readonly under: string };
  readonly next?: string;
}

const pageSize = 500;

/** Opens an extract page by page; each page is recorded by the server before it comes. */
const useExtract = (extractId: string) => {
  const mutation = useMutation();
  const [opened, setOpened] = useState<Opened>();
  const load = async () => {
    const after = opened?.next;
    const input = { extractId, limit: pageSize, ...(after !== undefined && { after }) };
    const page = await mutation.run((client) => client.call('coaches.open-extract', input));
    if (page)
      setOpened((before) => ({
        ...page,
        passengers: [...(before?.passengers ?? []), ...page.passengers],
        forgottenDays: [...(before?.forgottenDays ?? []), ...page.forgottenDays],
      }));
  };
  /** Has a file of all that is on the page recorded, with how many it holds. */
  const recordFile = async () => {
    const through = opened?.next;
    const input = { extractId, limit: pageSize, exported: true, ...(through !== undefined && { through }) } as const;
    return (await mutation.run((client) => client.call('coaches.open-extract', input))) !== undefined;
  };
  return { mutation, opened, load, recordFile };
};

/** L-13: an approved extract, page by page. */
export const ExtractDrawer = ({ extract, onClose }: { readonly extract: ExtractRow; readonly onClose: () => void }) => {
  const { say, language } = useSpeech();
  const { mutation, opened, load, recordFile } = useExtract(extract.extractId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening is recorded, so it happens once, when the drawer opens.
  useEffect(() => void load(), []);
  const title = `${say(authorityTexts[extract.recipient])} · ${contentWords(extract, say)}`;
  return (
    <SideDrawer title={title} part="opened-extract" isWide onClose={onClose}>
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {opened && (
        <>
          {opened.forgottenDays.length > 0 && (
            <p role="status">
              {say(extractTexts.forgottenDays, { days: formatList([...new Set(opened.forgottenDays)], language) })}
            </p>
          )}
          <ClearPassengers passengers={opened.passengers} watermark={opened.watermark} beforeExport={recordFile} />
          {opened.next !== undefined && (
            <Button data-act="more" disabled={mutation.isPending} onClick={() => void load()}>
              {say(extractTexts.more)}
            </Button>
          )}
        </>
      )}
    </SideDrawer>
  );
};
