import * as z from 'zod';
import { channels } from '../caller';
import { Text } from '../text';

/** An address that a phone opens by itself: a page, or an app by its own scheme. */
const AppLink = z
  .string()
  .max(500)
  .regex(/^(?:https|weixin|alipays):\/\/[^\s<>"]+$/);

/** A page of a mini-program, as its platform opens it from another one. */
const MiniProgramPage = z.strictObject({
  appId: z.string().regex(/^[0-9A-Za-z]{8,40}$/),
  /** Of the page, with its parameters; absent: its first page. */
  path: z.string().max(300).exactOptional(),
});

/** W-01: how people find the app in a channel besides a posted code. The deployment pages list what to register where. */
export const Entrance = z.strictObject({
  channel: z.enum(channels),
  /** The name to search for, as registered with the platform. */
  name: Text,
  /** Where it stands in the menu of an official account or a life account. */
  menu: Text.exactOptional(),
  /** Opens the app there from a browser (W-07): `weixin://dl/business/…`, `alipays://platformapi/…` or `https://…`. */
  link: AppLink.exactOptional(),
});
export type Entrance = z.output<typeof Entrance>;

/** W-06: where a missing health status is completed, by what opens it. Absent where a city has none: then only the status is asked anew. */
export const HealthCodePages = z.strictObject({
  /** For browsers, and to be copied where an app opens no other; a path is one of this host. */
  web: z
    .string()
    .max(500)
    .regex(/^(?:https:\/\/[^\s<>"]+|\/(?!\/)[\w./?=&-]*)$/)
    .exactOptional(),
  wechat: MiniProgramPage.exactOptional(),
  /** A mini-program, or a page of Alipay's own. */
  alipay: z.union([MiniProgramPage, z.strictObject({ page: AppLink })]).exactOptional(),
  /** W-02: its platform hands over who somebody is, once they agree there. */
  handsOverIdentity: z.boolean().exactOptional(),
});
export type HealthCodePages = z.output<typeof HealthCodePages>;
