import { asking } from './asking';
import { judgedByMingo } from './judge';
import { oddDocuments } from './odd-documents';
import type { OpenStore } from './opened';
import { paging } from './paging';
import { partitions } from './partitions';
import { streaming } from './streaming';
import { writing } from './writing';

/** Everything the port `document-store` promises, for one adapter (docs/adding-an-adapter.md). */
export const documentStoreContract = (name: string, open: OpenStore): void => {
  describe(`${name}: writing`, () => writing(open));
  describe(`${name}: odd documents`, () => oddDocuments(open));
  describe(`${name}: asking`, () => asking(open));
  describe(`${name}: paging`, () => paging(open));
  describe(`${name}: days`, () => partitions(open));
  describe(`${name}: streaming`, () => streaming(open));
  describe(`${name}: judged by mingo`, () => judgedByMingo(open));
};
