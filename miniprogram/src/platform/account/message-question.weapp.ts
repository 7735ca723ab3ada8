import type { MessageAnswer } from './message-question';

declare const wx: {
  requestSubscribeMessage(asked: {
    readonly tmplIds: readonly string[];
    readonly success: (answer: Readonly<Record<string, string>>) => void;
    readonly fail: () => void;
  }): void;
};

/** WeChat answers by template; of a user who switched all messages off it fails. */
export const askForMessages = (templateId: string): Promise<MessageAnswer> =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: [templateId],
      success: (answer) => resolve(answer[templateId] === 'accept' ? 'agreed' : 'declined'),
      fail: () => resolve('away'),
    });
  });
