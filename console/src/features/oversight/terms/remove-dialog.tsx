import type { Announcement } from '@tongcheng/shared/venues/wire';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { useSpeech } from '../../../ui/language';
import { announcementTexts } from './terms-texts';

interface Props {
  readonly announcement: Announcement;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes an announcement down, after saying which. */
export const RemoveDialog = ({ announcement: { noticeId, text }, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const run = async () => {
    if (await mutation.run((client) => client.call('oversight.remove-announcement', { city, noticeId }))) onDone();
  };
  return (
    <FormDrawer
      title={say(announcementTexts.remove)}
      confirm={say(announcementTexts.remove)}
      mutation={mutation}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{say(announcementTexts.removeAsk, { text: say(text) })}</p>
    </FormDrawer>
  );
};
