import { done, failed, textIn } from './callbacks';
import { answerOf, type Functions, type Parts } from './parts';

const viewable = /\.(docx?|xlsx?|pptx?|pdf)$/;

/** WeChat's viewer, which knows office documents only, and its way into a chat, which asks for a touch of its own. */
export function documents(parts: Parts): Functions {
  const { device } = parts;
  const answer = answerOf(parts);
  return {
    openDocument: answer((options) => {
      const path = textIn(options, 'filePath');
      if (!device.files.has(path)) return failed({ errMsg: 'openDocument:fail file doesn’t exist' });
      if (!viewable.test(path)) return failed({ errMsg: 'openDocument:fail filetype not supported' });
      device.opened.push({ path, withMenu: options.showMenu === true });
      return done({ errMsg: 'openDocument:ok' });
    }),
    shareFileMessage: answer((options) => {
      const file = device.files.get(textIn(options, 'filePath'));
      if (!device.isTouched)
        return failed({ errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.' });
      if (!file) return failed({ errMsg: 'shareFileMessage:fail file not exist' });
      device.passedOn.push({ name: textIn(options, 'fileName'), text: Buffer.from(file).toString('utf8') });
      return done({ errMsg: 'shareFileMessage:ok' });
    }),
  };
}
