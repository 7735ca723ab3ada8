import type { PassView } from '@tongcheng/shared/passes/wire';
import { both } from '@tongcheng/shared/reports/words';
import type { Text } from '@tongcheng/shared/text';
import type { Sheet } from '../workbooks/sheet';
import type { OwnRecords } from './own-records';
import { column, sheet } from './own-sheet';

const stateWords: Readonly<Record<PassView['state'], Text>> = {
  valid: { zh: '有效', en: 'valid' },
  ended: { zh: '已到期', en: 'ended' },
  revoked: { zh: '已作废', en: 'revoked' },
};

const issuerWords: Readonly<Record<PassView['issuedBy'], Text>> = {
  phone: { zh: '手机申请', en: 'on the phone' },
  counter: { zh: '窗口打印', en: 'at a counter' },
};

/** The rider’s temporary identity passes, on all days whose keys live. */
export const passSheet = ({ passes }: OwnRecords): Sheet =>
  sheet(
    9,
    '乘车凭证',
    'Passes',
    [
      column(22, '签发时间', 'Issued at'),
      column(22, '到期时间', 'Ends at'),
      column(12, '城市', 'City'),
      column(14, '状态', 'State'),
      column(20, '办理方式', 'Issued by'),
      column(32, '编号', 'Number'),
    ],
    passes.map(({ issuedAt, endsAt, city, state, issuedBy, passId }) => [
      { at: issuedAt },
      { at: endsAt },
      city,
      both(stateWords[state]),
      both(issuerWords[issuedBy]),
      passId,
    ]),
  );
