import type { Announcement } from '@tongcheng/shared/venues/wire';
import App from 'antd/es/app';
import Button from 'antd/es/button';
import { useClient } from '../../../client/client-context';
import { useOfficial } from '../../../client/official-context';
import { useSpeech } from '../../../ui/language';
import { announcementTexts } from './terms-texts';

const shownForSeconds = 20;

/** Says that an announcement was taken down and offers to put it up again as it was. */
export const useTakenDown = (onBack: () => void): ((announcement: Announcement) => void) => {
  const { say } = useSpeech();
  const client = useClient();
  const { city } = useOfficial();
  const { notification } = App.useApp();
  return (announcement) => {
    const key = announcement.noticeId;
    const undo = async () => {
      notification.destroy(key);
      const reply = await client.call('oversight.save-announcement', { city, announcement });
      if (!reply.ok) notification.warning({ title: say(reply.failure), placement: 'bottomLeft' });
      onBack();
    };
    notification.info({
      key,
      title: say(announcementTexts.takenDown, { text: say(announcement.text) }),
      placement: 'bottomLeft',
      duration: shownForSeconds,
      actions: (
        <Button size="small" data-act="undo" onClick={() => void undo()}>
          {say(announcementTexts.undo)}
        </Button>
      ),
    });
  };
};
