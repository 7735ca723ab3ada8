import { NoticeBar } from './notice-bar';
import { texts, useSay } from './words';

/** Says that what was typed is gone, where a form's content is never written to the phone. */
export function TypedLossNotice({ isLost }: { readonly isLost: boolean }) {
  const say = useSay();
  if (!isLost) return null;
  return <NoticeBar tone="heed" words={say(lossTexts.lost)} />;
}

const lossTexts = texts({
  lost: {
    zh: '页面重新载入过，刚才填写的内容没有保留：为保护隐私，不写入手机。请重新填写。',
    en: 'The page was loaded anew and what you typed is gone: to protect you it is never written to the phone. Please type it again.',
  },
});
