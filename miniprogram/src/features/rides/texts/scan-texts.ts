import { texts } from '../../../ui/words';

/** Words of the scan screen. */
export const scanTexts = texts({
  aim: { zh: '对准车厢或站口张贴的乘车码', en: 'Point at the posted ride code' },
  several: {
    zh: '画面里有两个乘车码，请靠近要扫的那一个',
    en: 'Two ride codes are in view: move closer to the right one',
  },
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  torch: { zh: '照明', en: 'Torch' },
  torchDark: { zh: '太暗？开灯', en: 'Dark? Light' },
  retry: { zh: '重试', en: 'Retry' },
  refresh: { zh: '刷新', en: 'Refresh' },
  type: { zh: '输入编号', en: 'Type the code' },
  typeTitle: { zh: '输入乘车码编号', en: 'Type the code' },
  typeLabel: { zh: '二维码下方的编号', en: 'The short code under the QR code' },
  typeHint: { zh: '字母不分大小写，短横可以不输。', en: 'Capitals and dashes do not matter.' },
  typedUnknown: {
    zh: '没有这个编号，没有登记。请对照二维码下方的编号再输一次，或改为扫码。',
    en: 'This short code is not known; nothing was registered. Compare it with the one under the QR code and type it again, or scan.',
  },
  typeSend: { zh: '登记', en: 'Register' },
  close: { zh: '关闭', en: 'Close' },
  looking: { zh: '正在识别…', en: 'Reading…' },
  recording: { zh: '正在登记…', en: 'Registering…' },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelled: { zh: '已取消，没有登记', en: 'Cancelled, nothing was registered' },
  again: { zh: '继续扫码', en: 'Scan again' },
  party: { zh: '一起乘车的人数', en: 'How many ride together' },
  partyHint: { zh: '一人扫码，全车人登记一次即可。', en: 'One scan registers the whole party.' },
  confirmOne: { zh: '登记 1 人', en: 'Register 1 rider' },
  confirmMany: { zh: '登记 {n} 人', en: 'Register {n} riders' },
  fewer: { zh: '减少一人', en: 'One fewer' },
  more: { zh: '增加一人', en: 'One more' },
  cameraRefused: {
    zh: '没有相机权限。可以在浏览器的网站设置里允许相机，或输入二维码下方的编号。',
    en: 'The camera is not allowed. Allow it in the browser’s site settings, or type the code under the QR code.',
  },
  cameraNotAllowed: {
    zh: '没有相机权限。请点“去设置”允许相机（手机系统设置里也要允许），或输入二维码下方的编号。',
    en: 'The camera is not allowed. Allow it in the settings (and in the phone’s own), or type the code under the QR code.',
  },
  toSettings: { zh: '去设置', en: 'Open the settings' },
  otherScanner: { zh: '用“扫一扫”', en: 'Use the app’s scanner' },
  notReading: { zh: '读不出来？用“扫一扫”', en: 'Not reading? Use the app’s scanner' },
  cameraAbsent: {
    zh: '这里打不开相机。请输入二维码下方的编号，同样可以登记。',
    en: 'There is no camera to use here. Type the code under the QR code instead; it registers just the same.',
  },
  cameraBusy: {
    zh: '相机正被其他应用使用。请关闭它后重试，或输入编号。',
    en: 'Another app is using the camera. Close it and retry, or type the code.',
  },
  waitingOne: {
    zh: '1 次扫码保存在手机上，联网后会自动上传。',
    en: '1 scan is on this phone and will be delivered when online.',
  },
  waitingHeld: {
    zh: '手机存储已满：有扫码还没有上传，关闭应用会丢失。请保持打开，联网后会自动上传。',
    en: 'The phone’s storage is full: scans that are not delivered are lost if the app is closed. Keep it open; they are delivered when online.',
  },
  waiting: {
    zh: '{n} 次扫码保存在手机上，联网后会自动上传。',
    en: '{n} scans are on this phone and will be delivered when online.',
  },
});

/** Words of scanning with the family. */
export const familyScanTexts = texts({
  who: { zh: '谁乘车', en: 'Who rides' },
  me: { zh: '我', en: 'Me' },
  together: { zh: '一起登记的家人', en: 'Registered together' },
  each: { zh: '每人一个结果，点名字出示。', en: 'Each has a result; touch a name to show it.' },
});
