import { texts } from '../words';

/** Words of reading a document with the camera. */
export const readerTexts = texts({
  read: { zh: '用相机读取证件', en: 'Read it with the camera' },
  title: { zh: '用相机读取证件', en: 'Read the document with the camera' },
  opening: { zh: '正在打开相机…', en: 'Opening the camera…' },
  aimCard: { zh: '把证件有照片的一面放进框里。', en: 'Hold the side with the photo inside the frame.' },
  aimPage: {
    zh: '把有照片的一页放进框里，连同最下面两行字母。',
    en: 'Hold the page with the photo inside the frame, with the two lines of letters at its foot.',
  },
  advice: {
    zh: '还没有读到。请到亮处，让证件占满方框，避开反光；也可以自己填写。',
    en: 'Nothing read yet. Go where it is brighter, fill the frame, avoid glare; or type it yourself.',
  },
  onlyHere: {
    zh: '只在这台手机上识别，不拍照，不保存，不上传图像。',
    en: 'Read on this phone only: no picture is taken, kept or sent.',
  },
  typeInstead: { zh: '取消，自己填写', en: 'Cancel and type it' },
  camera: { zh: '相机画面', en: 'The camera’s picture' },
  bothCame: {
    zh: '已读取号码和姓名。请对照证件核对，可以修改。',
    en: 'Number and name were read. Compare them with the document; you can change both.',
  },
  numberCame: {
    zh: '已读取号码。请对照证件核对，可以修改；姓名请自己填写。',
    en: 'The number was read. Compare it with the document; you can change it. Type the name yourself.',
  },
  notAllowed: {
    zh: '没有相机权限。请点“去设置”允许相机（手机系统设置里也要允许），或自己填写。',
    en: 'The camera is not allowed. Allow it in the settings (and in the phone’s own), or type it yourself.',
  },
  toSettings: { zh: '去设置', en: 'Open the settings' },
  unable: {
    zh: '现在不能用相机读取，请自己填写。',
    en: 'The camera cannot read here at the moment. Please type it yourself.',
  },
});
