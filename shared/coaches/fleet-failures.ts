import { failureCatalogue } from '../failure-entry';

/** Refusals about the vehicles and lines of operators. */
export const fleetFailures = failureCatalogue({
  'vehicle-elsewhere': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个车牌在本市另一个运营单位名下使用中，没有改动。请先由那个单位停用，再在这里登记。',
    en: 'This plate is in use with another operator of the city; nothing was changed. Have it taken out of use there first, then add it here.',
  },
  'fleet-full': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个运营单位的清单满了，没有登记。请先删除登记错的条目，或把分公司登记为单独的运营单位。',
    en: 'The list of this operator is full and nothing was added. Remove entries that were added by mistake, or add a branch as an operator of its own.',
  },
  'fleet-entry-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个运营单位的清单里没有这一条，可能刚被别人删除。请刷新后再看。',
    en: 'The list of this operator has no such entry; somebody may just have removed it. Load the page again.',
  },
  'line-class-missing': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '班线要选类别（一至四类），包车没有类别，没有登记。请改正后再登记。',
    en: 'A line needs its class (one to four), a charter has none; nothing was added. Correct it and add it again.',
  },
});
