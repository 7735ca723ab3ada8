import type { Text } from '@tongcheng/shared/text';
import { texts } from '../../../ui/words';

/** L-14: what passengers of coaches ask. */
export const passengerQuestions = texts({
  how: { zh: '怎么登记？', en: 'How do I register?' },
  companions: { zh: '怎么为同行的家人、同伴登记？', en: 'How do I register family or companions?' },
  phoneless: { zh: '没有手机或不会用怎么办？', en: 'What if I have no phone, or no skill with one?' },
  ticket: { zh: '买了票还要登记吗？', en: 'I have a ticket. Must I register too?' },
  addresses: { zh: '为什么要填住址？', en: 'Why am I asked for addresses?' },
  wrongCoach: { zh: '扫错了车，或改乘别的车怎么办？', en: 'I scanned the wrong coach, or take another one. What now?' },
  dead: { zh: '提示发车码失效怎么办？', en: 'The code is said to be dead. What now?' },
  correct: { zh: '填错了怎么改？', en: 'How do I correct a mistake?' },
  full: { zh: '提示人数多于车上人数，我能上车吗？', en: 'It says more are registered than aboard. May I ride?' },
  arrival: { zh: '到站要做什么？', en: 'What do I do on arrival?' },
  stops: { zh: '在途中上下车怎么登记？', en: 'I get on or off on the way. How do I register?' },
  regulars: { zh: '常坐同一班线，每次都要扫码吗？', en: 'I ride the same service often. Must I scan each time?' },
  delay: { zh: '晚点、改时间了要重新登记吗？', en: 'The time has changed. Do I register again?' },
  privacy: { zh: '我的信息谁看得到，保存多久？', en: 'Who sees my details, and for how long are they kept?' },
});

/** The answers to {@link passengerQuestions}. */
export const passengerAnswers: Readonly<Record<keyof typeof passengerQuestions, Text>> = texts({
  how: {
    zh: '上车前扫司乘手机上或车门旁的发车码，核对车牌。已实名的点一下“确认登记”；没有实名的填写姓名、证件和电话。页面显示“已登记乘坐这班车”就好了。每坐一班车登记一次。',
    en: 'Before you get on, scan the code on the crew’s phone or beside the door and compare the plate. If your identity is verified, one tap registers you; otherwise type name, document and phone. “Registered for this coach” means it is done. Register anew for each coach.',
  },
  companions: {
    zh: '在“谁乘这班车”里勾选家人，一起确认；其他同伴点“为其他人填写”，按证件填。登记的人都列在页面上。',
    en: 'Tick your family under “Who rides on this coach?” and confirm together; for others choose “Type somebody else” and copy their document. Everybody registered stands on the page.',
  },
  phoneless: {
    zh: '请司乘或车站工作人员用他们的手机登记，出示证件即可。',
    en: 'The crew or the station’s staff register you on their phone; show your document.',
  },
  ticket: {
    zh: '要。上车前扫发车码确认您坐的是哪一辆车；购票时填过的内容不用再填。',
    en: 'Yes. Scan the departure code before you get on, so that you are known to be on this coach; what you gave with the ticket is not typed again.',
  },
  addresses: {
    zh: '前往北京等城市时，当地要求填写来前住址和到达后住址。住址和其他信息一样加密保存。',
    en: 'Some cities, such as Beijing, ask for the address before coming and the one there. Both are kept encrypted like everything else.',
  },
  wrongCoach: {
    zh: '发车前在那班车的页面点“撤回”，再扫现在这辆车的码。两班车时间相近时，页面会提醒您还登记了另一班。',
    en: 'Before it leaves, withdraw on the page of that coach, then scan the code of the one you take. If both leave at about the same time, the page tells you of the other.',
  },
  dead: {
    zh: '页面会说明原因：换了车、班次取消、已经到站，或是以前的码。请扫司乘现在出示的码；仍不行请车站工作人员登记。',
    en: 'The page says why: another coach runs it, it was cancelled, it has arrived, or the code is of an earlier day. Scan the code that the crew show now; if that fails too, let the station’s staff register you.',
  },
  correct: {
    zh: '发车前在登记的那一行点“更正”，按证件重新填写，新的代替原来的；不乘了点“撤回”。发车后不能改，请告诉司乘或到站核验人员。',
    en: 'Until the coach leaves, choose “Correct” beside the registration and type it again: the new one takes its place; if you do not ride, “Withdraw”. After that tell the crew or the staff on arrival.',
  },
  full: {
    zh: '能。您的登记有效，只是司乘报的人数要核对，由司乘处理。',
    en: 'Yes. Your registration holds; the crew check their count.',
  },
  arrival: {
    zh: '核验人员可能逐人核对。打开这班车的页面，点“到站核验码”给他扫，并出示证件；没有手机的报姓名、出示证件。',
    en: 'Staff may check everybody. Open the page of this coach, show the “Arrival code” and your document; without a phone say your name and show the document.',
  },
  stops: {
    zh: '在途经站上车也扫同一个发车码。在途中下车前告诉司乘。',
    en: 'At a stop on the way you scan the same code. Tell the crew before you get off on the way.',
  },
  regulars: {
    zh: '已实名的，登记后可在这班车的页面点“同意列入常客”。以后司乘或车站核对您的证件，一键替您登记；他们只看到打码的姓名和证件。满一年到期；在“我的信息与权利”里随时撤回。',
    en: 'With a verified identity you can agree to be a regular on the coach’s page after registering. Crews and stations of that service then compare your document and register you by one tap; they see masked name and document only. It ends after a year; take it back at any time under “My data and rights”.',
  },
  delay: {
    zh: '不用。打开这班车的页面，能看到原定时间和新时间；登记继续有效。',
    en: 'No. This coach’s page says the first time and the new one; your registration holds.',
  },
  privacy: {
    zh: '只用于这班车的实名查验、到站核验和疫情防控。司乘只看到人数，您同意列入常客的班线还看到遮盖后的姓名和证件；到站核验人员看到遮盖后的姓名和证件；查看明文要有理由并留记录。加密保存，页面下方写明天数，到期销毁。',
    en: 'They serve the real-name check of this coach, verification on arrival and epidemic control only. The crew see numbers, and masked name and document where you agreed to be a regular; staff on arrival see masked names and documents; opening them needs a purpose and is recorded. They are kept encrypted for the days stated on the page, then destroyed.',
  },
});

/** What people type for {@link passengerQuestions} besides the words that stand there; never shown. */
export const passengerWords: Readonly<Record<keyof typeof passengerQuestions, Text>> = texts({
  how: { zh: '实名 注册 登陆 扫码 二维码 上车', en: 'sign up qr code identity board' },
  companions: {
    zh: '孩子 小孩 儿童 老人 父母 同伴 多人 一家',
    en: 'child children kids parents friends group several',
  },
  phoneless: { zh: '没带手机 没电 老年人 不会 代办', en: 'battery dead elderly lost my phone' },
  ticket: { zh: '车票 购票 买过 网上 窗口 座位', en: 'bought booking seat' },
  addresses: { zh: '地址 酒店 北京', en: 'hotel capital' },
  wrongCoach: { zh: '错车 换乘 改签 误点', en: 'mistake change coach missed' },
  dead: { zh: '过期 无效 扫不出 扫不了 打不开 昨天 取消', en: 'expired old yesterday cancelled not working' },
  correct: {
    zh: '改名 修改 写错 错误 删除 撤回 退 不坐了',
    en: 'edit change wrong name typo delete undo withdraw cancel',
  },
  full: { zh: '超员 满员 没座 坐满', en: 'overbooked crowded no seat' },
  arrival: { zh: '下车 到达 出站 检查 核验码', en: 'check exit leave' },
  stops: { zh: '中途 半路 上车站 下车站', en: 'halfway stop' },
  regulars: { zh: '常客 每天 天天 经常 月票 代登记', en: 'regular commuter every day often each week' },
  delay: { zh: '晚点 延误 推迟 提前 改点 几点', en: 'delay late earlier postponed what time' },
  privacy: {
    zh: '隐私 个人信息 安全 泄露 多久 删除 注销 警察',
    en: 'privacy personal data safe secure leak delete police health',
  },
});
