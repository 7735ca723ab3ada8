import { searchGuide } from '@tongcheng/shared/venues/search-guide';
import { type ManualPart, manualParts } from '../../miniprogram/src/features/coaches/manual/manual-parts';

/** What people type, and the entry that answers it. */
const typed: Readonly<Record<ManualPart, Readonly<Record<string, readonly string[]>>>> = {
  passenger: {
    correct: [
      '填错了',
      '写错名字',
      '撤回',
      '怎么撤回',
      '修改',
      'undo',
      'I made a typo',
      'wrong name',
      'how do I withdraw',
    ],
    companions: ['小孩', '孩子怎么登记', '父母', 'kids', 'my children'],
    phoneless: ['手机没电', '老年人', 'battery'],
    dead: ['过期', '扫不出来', '码打不开', 'expired code', 'not working'],
    privacy: ['隐私', '保存多久', '我的信息安全吗', 'privacy', 'personal data', 'who can see my data'],
    wrongCoach: ['上错车', '扫错', 'wrong coach'],
    addresses: ['为什么要地址', '住址', 'why address', 'hotel'],
    ticket: ['我买过票', '车票', 'ticket'],
    full: ['满员', '超员', 'no seat'],
    arrival: ['到站', '核验码', 'arrival'],
    regulars: ['常客', '每天坐', 'every day'],
    delay: ['晚点', '推迟', 'delay'],
  },
  crew: {
    offline: ['没信号', '断网', '没有网络', 'no signal', 'no internet', 'wifi'],
    replace: ['车坏了', '故障', '换司机', 'breakdown', 'broken down'],
    show: ['打印', '怎么打印', '截图', 'print', 'save picture'],
    join: ['登陆不上', '邀请码', 'login', 'password'],
    visitor: ['外省', '外省来的车', '来访司乘码', '墙上的码', 'another province', 'visitor code', 'poster'],
    leave: ['乘客不肯登记', '能走吗', 'depart incomplete', 'refuse'],
    count: ['人数写错了', '改人数', 'number of people is wrong'],
    again: ['下一班', '返程', 'next trip'],
    cancelled: ['停运', 'cancel'],
    delay: ['晚点', '改时间', 'delay', 'late'],
    regulars: ['常客', '老乘客', 'regulars'],
    phoneless: ['护照', '老人没有手机', 'camera', 'child'],
    red: ['红色', '变绿', 'green'],
    paper: ['黄色', '纸质台账', 'yellow', 'ledger'],
    fleet: ['选不到车', '新车', 'line is not listed', 'vehicles'],
    end: ['下班', '退出', 'log out'],
    sound: ['静音', '声音', 'mute'],
    stops: ['途经站', '中途上人', 'stops'],
  },
  arrival: {
    missing: ['补录', '没登记的人', 'extra passenger', 'not on the list add'],
    absent: ['没来', '少人', 'no show'],
    allBut: ['全部', '批量', 'all at once'],
    offline: ['没网', '没有网络', 'offline'],
    notFound: ['搜不到', '打不开', 'cannot open'],
    reopen: ['点错了', '重新', 'undo'],
    scan: ['扫码', '摄像头', 'camera'],
    find: ['扫码枪', '车牌', 'scanner'],
    close: ['提交', '完成', 'finish'],
  },
};

const parts: readonly ManualPart[] = ['passenger', 'crew', 'arrival'];

const rows = parts.flatMap((part) =>
  Object.entries(typed[part]).flatMap(([id, words]) => words.map((word) => [part, word, id] as const)),
);

test.each(rows)('L-14 in the manual of the %s part «%s» finds %s among the first two', (part, word, id) => {
  expect(
    searchGuide(manualParts[part], word)
      .slice(0, 2)
      .map((entry) => entry.id),
  ).toContain(id);
});
