import * as z from 'zod';
import { rider, staff } from '../access';
import { endpoint } from '../endpoint';
import { Nothing } from '../wire';
import { documentKinds } from './documents/kinds';
import { OwnAccountsView } from './wire';

export const listOwnAccounts = endpoint({
  name: 'identity.list-own-accounts',
  summary: {
    zh: '本账户是否已证明是本人，以及其他自称是本人的账户',
    en: 'Whether this account is proven to be its rider’s, and the others that say they are',
  },
  access: rider,
  input: Nothing,
  output: OwnAccountsView,
  failures: [],
});

export const decideAccount = endpoint({
  name: 'identity.decide-account',
  summary: { zh: '确认另一个账户是本人的，或不是', en: 'Say of another account whether it is one’s own' },
  access: rider,
  input: z.strictObject({
    accountId: z.string().min(1).max(60),
    agree: z.boolean(),
    /** To agree: the code that the other phone shows. */
    code: z.string().max(20).exactOptional(),
  }),
  output: OwnAccountsView,
  failures: ['identity-not-proven', 'account-unknown', 'proof-code-wrong', 'too-many-tries'],
});

export const beginFaceCheck = endpoint({
  name: 'identity.begin-face-check',
  summary: {
    zh: '开始人脸核验：得到由手机摄像头核对本人的页面，照片不经过我们',
    en: 'Begin a face check: gives the page on which the phone’s camera looks at the person; no picture comes to us',
  },
  access: rider,
  input: Nothing,
  output: z.strictObject({
    /** The page of the checking service. */
    url: z.url(),
  }),
  failures: ['not-authenticated', 'face-check-not-offered', 'face-check-unavailable', 'too-many-tries'],
});

export const finishFaceCheck = endpoint({
  name: 'identity.finish-face-check',
  summary: {
    zh: '询问人脸核验的结果；通过后本账户即为本人的',
    en: 'Ask what came of the face check; once it is passed the account is its rider’s',
  },
  access: rider,
  input: Nothing,
  output: OwnAccountsView,
  failures: [
    'not-authenticated',
    'face-check-not-offered',
    'face-check-unavailable',
    'face-check-pending',
    'face-check-failed',
  ],
});

export const confirmRider = endpoint({
  name: 'identity.confirm-rider',
  summary: {
    zh: '服务台核对证件后，确认乘客手机上的账户是本人的',
    en: 'The desk compares the document and confirms the account on the rider’s phone as theirs',
  },
  access: staff('desk', 'police-counter'),
  input: z.strictObject({
    name: z.string().min(1).max(80),
    documentKind: z.enum(documentKinds),
    documentNumber: z.string().min(1).max(60),
    /** The code that the rider's phone shows. */
    code: z.string().min(1).max(20),
  }),
  output: z.strictObject({ maskedName: z.string() }),
  failures: ['name-refused', 'document-refused', 'proof-refused', 'too-many-tries'],
});

export const agreeAsGuardian = endpoint({
  name: 'identity.agree-as-guardian',
  summary: {
    zh: '监护人在自己的手机上同意孩子使用账户',
    en: 'A guardian agrees on a phone of their own that a child uses an account',
  },
  access: rider,
  input: z.strictObject({
    name: z.string().min(1).max(80),
    documentKind: z.enum(documentKinds),
    documentNumber: z.string().min(1).max(60),
    /** The code that the child's phone shows. */
    code: z.string().min(1).max(20),
  }),
  output: Nothing,
  failures: [
    'not-authenticated',
    'identity-not-proven',
    'guardian-underage',
    'name-refused',
    'document-refused',
    'proof-refused',
    'too-many-tries',
  ],
});
