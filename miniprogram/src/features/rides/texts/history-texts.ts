import { texts } from '../../../ui/words';

/** Words of the rider's own history. */
export const historyTexts = texts({
  ofMember: { zh: '{name} 的行程', en: 'Rides of {name}' },
  emptyTitle: { zh: '还没有行程', en: 'No rides yet' },
  emptyWords: {
    zh: '扫码乘车后，行程会按天列在这里。',
    en: 'Your rides will be listed here by day once you have scanned.',
  },
  scan: { zh: '去扫码', en: 'Scan now' },
  earlier: { zh: '更早的行程', en: 'Earlier rides' },
  end: {
    zh: '行程保存 {days} 天，之后不再与您关联。',
    en: 'Rides are kept for {days} days and then can no longer be linked to you.',
  },
  open: { zh: '进行中', en: 'under way' },
  inferredFrom: { zh: '起点为推算', en: 'start inferred' },
  inferredTo: { zh: '终点为推算', en: 'end inferred' },
  closedBy: { zh: '（{how}）', en: ' ({how})' },
  usual: { zh: '（同类行程的通常时长，多在 {by} 前结束）', en: ' (usual duration of such rides, mostly over by {by})' },
  corrected: { zh: '本人更正过扫码含义', en: 'what a scan meant was corrected by you' },
  refused: { zh: '未乘车：拒乘', en: 'Did not ride: refused' },
  refusedByStaff: { zh: '工作人员拒绝：{why}', en: 'By staff: {why}' },
  refusedByVerdict: { zh: '核验结果：{why}', en: 'Verdict: {why}' },
  letOn: { zh: '工作人员例外放行：{why}', en: 'Let on by staff after all: {why}' },
  scans: { zh: '{n} 次扫码', en: '{n} scans' },
  scan1: { zh: '1 次扫码', en: '1 scan' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  loading: { zh: '正在取回行程', en: 'Fetching rides' },
  sendingTitle: { zh: '正在上传', en: 'Being delivered' },
  waitingTitle: { zh: '等待上传', en: 'Waiting to be delivered' },
  waitingNow: { zh: '现在上传', en: 'Deliver now' },
  refusedTitle: { zh: '未能登记', en: 'Not registered' },
  refusedClear: { zh: '知道了，清除', en: 'Understood, clear' },
  retry: { zh: '重试', en: 'Retry' },
});

/** How a ride without a second scan was closed. */
export const closingTexts = texts({
  'next-scan': { zh: '在别处扫码', en: 'next scan elsewhere' },
  'longest-ride': { zh: '超过最长乘车时间', en: 'longest ride' },
  'end-of-service': { zh: '收车', en: 'end of service' },
  'end-of-sailing': { zh: '航次结束', en: 'end of sailing' },
});
