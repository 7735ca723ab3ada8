import type { Text } from '@tongcheng/shared/text';
import { texts } from '../../../ui/words';

/** L-14: what crews and station staff ask. */
export const crewQuestions = texts({
  join: { zh: '怎么登录？', en: 'How do I sign in?' },
  visitor: { zh: '外省来的车怎么登记？', en: 'We come from another province. How do we register?' },
  departure: { zh: '怎么登记一次发车？', en: 'How do I register a departure?' },
  again: { zh: '同一条线再发一班怎么登记？', en: 'How do I register the next departure of the same line?' },
  people: { zh: '登记人、乘务员怎么填？', en: 'What about registrant and attendant?' },
  stops: { zh: '途经站怎么填？', en: 'How do I enter stops on the way?' },
  show: { zh: '乘客怎么扫码？', en: 'How do passengers scan?' },
  red: { zh: '红色是什么意思？', en: 'What does red mean?' },
  paper: { zh: '黄色是什么意思？本站用纸质台账怎么办？', en: 'What does yellow mean? Our station registers on paper' },
  fleet: { zh: '没有列出我们的车或班线怎么办？', en: 'Our coach or line is not listed. What now?' },
  count: { zh: '车上人数变了怎么办？', en: 'The number aboard changed. What now?' },
  phoneless: { zh: '乘客没有手机怎么办？', en: 'A passenger has no phone. What now?' },
  regulars: { zh: '常坐的乘客能一键登记吗？', en: 'Can regulars be registered by one tap?' },
  leave: { zh: '没有登记齐能发车吗？', en: 'May I leave incomplete?' },
  offline: { zh: '没有网络怎么办？', en: 'What without a network?' },
  replace: { zh: '换车、换驾驶员怎么办？', en: 'Another coach or driver takes over. What now?' },
  delay: { zh: '晚点、改时间怎么办？', en: 'The coach is late or leaves at another time. What now?' },
  cancelled: { zh: '班次取消怎么办？', en: 'The departure is cancelled. What now?' },
  station: { zh: '车站工作人员能做什么？', en: 'What can station staff do?' },
  sound: { zh: '提示音和提醒怎么用？', en: 'How do sound and reminders work?' },
  end: { zh: '交班要做什么？', en: 'What at the end of the shift?' },
});

/** The answers to {@link crewQuestions}. */
export const crewAnswers: Readonly<Record<keyof typeof crewQuestions, Text>> = texts({
  join: {
    zh: '扫单位或车站给您的邀请码，或在“客车工作人员”页填写邀请码和您的姓名。邀请码只能用一次，登录有效一个班次（12 小时）。',
    en: 'Scan the invitation of your operator or station, or type it with your name under “Coach staff”. It is good once; you stay signed in for a shift (12 hours).',
  },
  visitor: {
    zh: '扫站内张贴的“外省车辆司乘登记”码，或在“客车工作人员”页输入纸上的 12 位码，再填姓名；不用加入任何单位。只能登记从这个站发出的班次，只看到自己的班次；登录有效一个班次（12 小时），下次来再扫。找不到纸，或提示码已停用、已到期的，请问车站工作人员：可以由车站代乘客登记，或换一张新码。',
    en: 'Scan the sheet “Coach crews from outside the province” at the station, or type its 12 characters under “Coach staff”, then give your name; you join no operator. You register departures from this station only and see your own trips only; you stay signed in for a shift (12 hours) and scan again next time. If there is no sheet, or its code is revoked or has ended, ask the station’s staff: they can register your passengers, or have a new code posted.',
  },
  departure: {
    zh: '点“新发车登记”，点本单位用过的班线和车辆，或自己填车牌、时间、始发地、目的地、班次号、人数和驾驶员，点“确认并生成发车码”。每次发车都要登记。',
    en: 'Choose “New departure”, touch a line and a vehicle of your operator, or fill in plate, time, origin, destination, service number, passengers and driver, and confirm. Every departure is registered.',
  },
  again: {
    zh: '在上一班的页面点“同样再发一班”，再点发车时间，两下就好；要改别的内容，点“其他时间，或修改内容”。',
    en: 'On the page of the last one choose “The same again”, then the time: two taps. To change anything else choose “Another time, or change something”.',
  },
  people: {
    zh: '由驾驶员登记的，不用再填登记人。有乘务员的填姓名、电话和证件，没有选“没有”。',
    en: 'If the driver registers, no registrant is asked for. For an attendant give name, phone and document; otherwise choose “None”.',
  },
  stops: {
    zh: '在表单里点“添加途经站”，按行车顺序添加。在途经站上车的乘客扫同一个发车码；有人上车后，把人数加上新上车的人。',
    en: 'Choose “Add a stop on the way”, in the order of the journey. Passengers who get on there scan the same code; add them to the number aboard.',
  },
  show: {
    zh: '把手机上的大码给乘客扫，屏幕会一直亮着；也可以保存图片，或打印后贴在车门旁。每班车的码不同，不要用旧的。',
    en: 'Show the large code; the screen stays on. You can also save it as a picture, or print it for the door. Each departure has its own code: never use an old one.',
  },
  red: {
    zh: '红色八角形：登记的人比车上少。绿色圆形：已登记齐，可以发车。数字两秒更新一次。',
    en: 'A red octagon: fewer are registered than are aboard. A green circle: complete, you may leave. The number is renewed every two seconds.',
  },
  paper: {
    zh: '黄色：始发站只用纸质台账登记，不用等乘客扫码，照常确认发车和点“发车”；台账要在屏幕上写的时间前交给主管部门导入，过期或没写全就算不完整。灰色：这类班次（例如四类班线）不要求登记，愿意扫的照样登记。',
    en: 'Yellow: the station of departure registers on paper alone. Confirm the departure and choose “Depart” as always, without waiting for scans; the ledger goes to the bureau, which imports it, by the time on the screen. Overdue, or without everybody aboard, the departure is incomplete. Grey: departures of this kind, such as lines of class four, need not be registered; whoever scans is registered all the same.',
  },
  fleet: {
    zh: '照实自己填写，登记照样有效。请单位在控制台“客运单位”里打开“车辆与班线”加上：车牌和座位数，班次号、类别和两端站名。停用的车和班线不再列出；人数多于座位时会提示核对。',
    en: 'Type it as it is: the registration is valid all the same. Ask your operator to add it in the console, under “Coach operators”, “Vehicles and lines”: plate and seats; service number, class and both ends. What is out of use is listed no more. You are asked to check when more are aboard than it has seats.',
  },
  count: {
    zh: '用加减键改人数，再点“改为…人”。改过的人数和时间都留记录。',
    en: 'Use the plus and minus keys, then “Change to …”. Each correction stays on record with its time.',
  },
  phoneless: {
    zh: '点“代没有手机的乘客登记”，看着证件填写号码和姓名（微信里可用相机读取），把页面上的话念给乘客，同意后点“乘客已同意”和“确认登记”。填错的，发车前可撤回。',
    en: 'Choose “Register somebody without a phone”, copy number and name from the document (in WeChat the camera may read them), say the words on the page, and once they agree tap “The passenger agrees” and “Register”. A mistake can be withdrawn until you leave.',
  },
  regulars: {
    zh: '点“本班线的常客”，看到同意由司乘登记、还没登记的人，姓名和证件打码；人已上车、证件相符的，点“登记”。乘客自己登记后可以在手机上同意，也随时可以撤回。需要网络。',
    en: 'Choose “Regulars of this service”: who agreed and is not registered yet, name and document masked. Tap “Register” for whoever is aboard with that document. Passengers agree on their own phone after registering, and take it back at any time. It needs a network.',
  },
  leave: {
    zh: '尽量登记齐再发车。确需发车的，点“没有登记齐也要发车”并选原因，主管部门会看到。',
    en: 'Try to complete it first. If you must leave, choose “Depart incomplete” and a reason; the bureau sees it.',
  },
  offline: {
    zh: '照常登记和出示发车码，码立即有效；代登记的乘客也先存在手机上。有网络后自动上传，不会重复。联网前不要退出登录。',
    en: 'Register and show the code as always: it is valid at once, and whom you register waits on the phone. All is delivered by itself, once. Do not sign out before that.',
  },
  replace: {
    zh: '点“换车或换驾驶员”，填新的车牌或驾驶员。已登记的乘客不用重新登记；换车后旧码失效，给没登记的乘客扫新码。',
    en: 'Choose “Another coach or driver” and fill in what is new. Registered passengers do nothing; with another coach the old code is dead and others scan the new one.',
  },
  delay: {
    zh: '点“晚点或改时间”，选晚多少，或填新的时间。发车码不变，已登记的继续有效，乘客打开这班车的页面就看到新时间；打印过的请重新打印。',
    en: 'Choose “Delay or new time”, then how much later or the new time. The code stays, registrations hold, and passengers see the new time on this coach’s page; print the code again where it hangs on paper.',
  },
  cancelled: {
    zh: '点“取消这班车”并选原因，主管部门会看到；不能恢复。乘客再扫会看到已取消。',
    en: 'Choose “Cancel this departure” and a reason, which the bureau sees; it cannot be undone. Whoever scans it then is told.',
  },
  station: {
    zh: '登录后看到本站今天的班次和登记进度；点开一班可代乘客登记、出示或打印发车码。看不到乘客姓名。',
    en: 'Signed in they see the station’s departures of today and how complete they are; at each they register passengers and show or print the code. They see no names.',
  },
  sound: {
    zh: '登记齐时响一声；到省里规定的提醒时间还没登记齐，响两声并提示还差几人。可在班次页面下方关闭。页面要开着。',
    en: 'One tone when it is complete; two when the province’s time for a reminder comes and somebody is missing. Switch it off at the foot of the page. The page must be open.',
  },
  end: {
    zh: '确认没有“待上传”，点“交班退出”。',
    en: 'See that nothing waits to be delivered, then choose “End the shift”.',
  },
});

/** What people type for {@link crewQuestions} besides the words that stand there; never shown. */
export const crewWords: Readonly<Record<keyof typeof crewQuestions, Text>> = texts({
  join: { zh: '注册 登陆 邀请码 过期 二维码 忘记 密码', en: 'login register invitation password expired' },
  visitor: {
    zh: '外省 外地 外来 来访司乘码 来访 访客 墙上 过路 临时 张贴 海报 到期 停用',
    en: 'outside visitor code visiting poster sheet other province ended',
  },
  departure: { zh: '新增 发车码 生成 二维码 起点 终点 车牌', en: 'create new trip qr code plate' },
  again: { zh: '下一班 重复 返程 往返', en: 'next repeat copy return' },
  people: { zh: '司机 售票员 安全员 身份证', en: 'conductor guard second driver id card' },
  stops: { zh: '中途 半路 配客 站点', en: 'intermediate halfway' },
  show: { zh: '打印 保存 截图 图片 门上 扫不出 亮度', en: 'print save picture screenshot door brightness cannot' },
  red: { zh: '绿色 变绿 颜色 不够 少人 没齐 几个人', en: 'green colour color missing complete how many' },
  paper: {
    zh: '黄色 灰色 台账 纸 表格 手写 四类 自愿 期限',
    en: 'yellow grey gray paper ledger form voluntary class four due',
  },
  fleet: {
    zh: '车辆 班线 线路 座位 选不到 找不到 新车 名单',
    en: 'vehicle fleet line list seats missing choose new coach',
  },
  count: { zh: '多了 少了 上车 下车 修改 更正 写错', en: 'more fewer edit correct wrong number people' },
  phoneless: {
    zh: '老人 小孩 儿童 代登记 没带 没电 护照 相机 扫描 拍照',
    en: 'elderly child kids camera scan passport battery',
  },
  regulars: { zh: '常客 老乘客 熟人 回头客 一键 天天坐', en: 'regulars one tap commuters every week frequent' },
  leave: { zh: '能走 原因 强行 走 缺人 拒绝 不肯', en: 'reason refuse missing depart' },
  offline: {
    zh: '断网 没网 没信号 信号 山区 上传 同步 离线 丢失',
    en: 'internet signal offline wifi upload sync lost',
  },
  replace: { zh: '坏了 故障 抛锚 新车 换人 司机 换班 交接 旧码', en: 'broken down breakdown swap new bus' },
  delay: { zh: '晚点 延误 推迟 提前 改点 堵车', en: 'delay delayed late earlier postpone reschedule new time' },
  cancelled: { zh: '停运 不发 取消', en: 'cancel not running weather' },
  station: { zh: '值班 窗口 售票 服务台 帮忙', en: 'desk ticket window help' },
  sound: { zh: '声音 铃声 静音 震动 提前', en: 'mute silent ring vibrate alert' },
  end: { zh: '下班 退出 注销 换班 登出', en: 'logout log out sign out finish' },
});
