/** What came of the platform's own question: whether its user agreed, or that it could not be asked. */
export type MessageAnswer = 'agreed' | 'declined' | 'away';

/** Asks in the platform's own dialog whether one message of a template may come; only at a touch. Undefined where the platform has no messages. */
export const askForMessages: ((templateId: string) => Promise<MessageAnswer>) | undefined = undefined;
