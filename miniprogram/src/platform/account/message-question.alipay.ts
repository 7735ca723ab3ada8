import type { MessageAnswer } from './message-question';

declare const my: {
  requestSubscribeMessage(asked: {
    readonly entityIds: readonly string[];
    readonly success: (answer: { readonly behavior?: string }) => void;
    readonly fail: () => void;
  }): void;
};

/** Alipay says whether its user subscribed or closed the question. */
export const askForMessages = (templateId: string): Promise<MessageAnswer> =>
  new Promise((resolve) => {
    my.requestSubscribeMessage({
      entityIds: [templateId],
      success: ({ behavior }) => resolve(behavior === 'subscribe' ? 'agreed' : 'declined'),
      fail: () => resolve('away'),
    });
  });
