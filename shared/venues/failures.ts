import { failureCatalogue } from '../failure-entry';

/** Refusals about venues and their codes. */
export const venueFailures = failureCatalogue({
  'city-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '这个城市还没有使用本系统。',
    en: 'This city does not use the system yet.',
  },
  'capability-absent': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个城市没有开通这项功能。需要开通的，请联系系统管理员修改城市设置。',
    en: 'This city has not switched this on. If it should have it, ask the administrator to change the city’s settings.',
  },
  'code-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个码不是乘车码。请对准车厢或站口张贴的蓝框二维码。',
    en: 'This is not a ride code. Point the camera at the blue-framed code posted in the vehicle or at the entrance.',
  },
  'code-revoked': {
    status: 410,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个乘车码已经停用，没有记录。请扫旁边的新码，或告诉工作人员。',
    en: 'This ride code is no longer in use and nothing was recorded. Scan the new one nearby or tell staff.',
  },
  'code-forged': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '这个码不是运营单位张贴的，没有记录。请告诉工作人员，并扫官方的乘车码。',
    en: 'This code was not issued by the operator and nothing was recorded. Please tell staff and scan an official one.',
  },
  'code-foreign': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '这是其他城市的乘车码。请在那个城市的小程序里使用。',
    en: 'This ride code belongs to another city. Please use that city’s app.',
  },
  'sticker-characters-missing': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '有的字字库里没有，打印出来会是方框，所以没有打印。请改用别的写法，或联系系统管理员。',
    en: 'The fonts lack some characters, which would print as boxes, so nothing was printed. Write the names otherwise or ask the administrator.',
  },
  'venue-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这个乘车点。请核对编号。',
    en: 'This venue was not found. Please check its number.',
  },
  'operator-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '没有找到这个运营单位，或不属于这个城市。',
    en: 'This operator was not found, or belongs to another city.',
  },
  'file-unreadable': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '文件读不出来，或缺少 id、mode、kind、name_zh 列。请用模板另存为 CSV 再导入。',
    en: 'The file cannot be read, or lacks the columns id, mode, kind, name_zh. Save it from the template as CSV and import it again.',
  },
});
