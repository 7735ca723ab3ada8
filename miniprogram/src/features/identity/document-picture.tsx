import { View } from '@tarojs/components';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { pictureOf } from '../../ui/icon';

const face = '<circle cx="15" cy="18" r="4"/><path d="M8 30c1-5 4-7 7-7s6 2 7 7"/>';
const lines = '<path d="M28 15h20M28 21h20M28 27h12"/>';
const card = '<rect x="2" y="6" width="52" height="32" rx="4"/>';
const booklet = '<rect x="12" y="3" width="32" height="38" rx="3"/>';

/** A small drawing of each document: what it looks like in the hand, nothing more. */
const drawings: Readonly<Record<DocumentKind, string>> = {
  'resident-id': `${card}${lines}<circle cx="15" cy="18" r="4"/><path d="M8 30c1-5 4-7 7-7s6 2 7 7"/>`,
  'hmt-residence-permit': `${card}${face}${lines}<path d="M43 33l4-4 4 4"/>`,
  'foreign-permanent-residence': `${card}${face}<circle cx="40" cy="21" r="8"/><path d="M32 21h16M40 13c4 4 4 12 0 16M40 13c-4 4-4 12 0 16"/>`,
  'hk-macao-travel-permit': `${card}${face}<path d="M28 15h20M28 30h20"/><path d="M31 20h14l-3-3M45 25H31l3 3"/>`,
  'taiwan-travel-permit': `${card}${face}<path d="M28 15h20M28 30h20"/><path d="M38 19c4 2 4 6 0 9"/>`,
  passport: `${booklet}<circle cx="28" cy="18" r="7"/><path d="M21 18h14M28 11c3 3 3 11 0 14M28 11c-3 3-3 11 0 14M21 33h14"/>`,
  other: `<path d="M14 3h20l8 8v30H14zM34 3v8h8M20 20h16M20 27h16M20 34h9"/>`,
};

/** The picture beside a document's name. */
export const DocumentPicture = ({ kind }: { readonly kind: DocumentKind }) => (
  <View
    className="document-picture"
    style={pictureOf(
      '0 0 56 44',
      `<g fill="none" stroke="#0F5C8C" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawings[kind]}</g>`,
    )}
    aria-hidden
  />
);
