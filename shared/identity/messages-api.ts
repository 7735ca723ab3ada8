import * as z from 'zod';
import { rider } from '../access';
import { endpoint } from '../endpoint';

/** What stands about messages inside the app in which the rider is signed in. */
export const MessageChoice = z.strictObject({
  /** The platform's template that its own question names; absent where this installation sends none in this app. */
  templateId: z.string().max(200).exactOptional(),
  /** The rider agreed, to the text in force. */
  agreed: z.boolean(),
});
export type MessageChoice = z.output<typeof MessageChoice>;

export const getMessageChoice = endpoint({
  name: 'identity.get-message-choice',
  summary: {
    zh: '本应用内能否收到卫生部门的消息，是否已同意',
    en: 'Whether messages of the health office can come inside this app, and whether the rider agreed',
  },
  access: rider,
  input: z.strictObject({}),
  output: MessageChoice,
  failures: [],
});

export const chooseMessages = endpoint({
  name: 'identity.choose-messages',
  summary: {
    zh: '同意或不再接收本应用内的卫生部门消息；不再接收时立即删除平台编号',
    en: 'Agree to messages of the health office inside this app, or no longer; then the platform’s number is deleted at once',
  },
  access: rider,
  input: z.strictObject({
    choice: z.discriminatedUnion('agreed', [
      z.strictObject({
        agreed: z.literal(true),
        version: z.string().min(1).max(40),
        /** A fresh one-time sign-in code of the platform: by it the platform says which user it is. */
        code: z.string().min(1).max(200),
      }),
      z.strictObject({ agreed: z.literal(false) }),
    ]),
  }),
  output: MessageChoice,
  failures: [
    'consent-outdated',
    'not-authenticated',
    'identity-not-proven',
    'platform-mismatch',
    'platform-code-refused',
    'platform-unavailable',
  ],
});
