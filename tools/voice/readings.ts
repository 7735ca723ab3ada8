import type { Language } from '@tongcheng/shared/text';
import { type SpokenName, spokenTexts } from '../../miniprogram/src/features/rides/texts/spoken-texts';

/** A sentence to make a clip of. */
export interface ClipSentence {
  /** Where its clip lies: `zh/admit`. */
  readonly clip: string;
  readonly language: Language;
  /** What stands on the screen. */
  readonly words: string;
  /** What the synthesiser reads: pinyin with the words kept together for Chinese, else the words. */
  readonly reading: string;
}

/**
 * How the Chinese is read, as pinyin with tones: reviewers see how 行, 重, 乘 are taken, and syllables of one word stay together. A test
 * has the synthesiser read the characters by its own dictionary and compares.
 */
const pinyin: Readonly<Record<SpokenName, string>> = {
  admit: 'ke3yi3 cheng2che1',
  refuse: 'zan4 bu4neng2 cheng2che1',
  refer: 'qing3 gong1zuo4 ren2yuan2 fu4he2',
  grey: 'qing3 bu3quan2 jian4kang1 xin4xi1',
  family: 'you3 jia1ren2 jie2guo3 bu4tong2, qing3 kan4 ping2mu4',
  offline: 'li2xian4',
  kept: 'yi3 ji4lu4 zai4 shou3ji1 shang4',
  delivered: 'yi3 shang4chuan2 deng1ji4',
  'next-authenticate': 'xia4yi2bu4, qu4 shi2ming2 ren4zheng4',
  'next-complete-status': 'xia4yi2bu4, bu3quan2 jian4kang1 xin4xi1',
  'next-use-other-channel': 'xia4yi2bu4, gai3yong4 ling4yi2ge5 ying4yong4',
  'next-use-wechat': 'xia4yi2bu4, gai3yong4 wei1xin4 sao3ma3',
  'next-use-alipay': 'xia4yi2bu4, gai3yong4 zhi1fu4bao3 sao3ma3',
  'next-appeal': 'xia4yi2bu4, shen1su4',
  'next-see-hotline': 'xia4yi2bu4, lian2xi4 she4qu1, huo4 fu2wu4 re4xian4',
  'next-find-test': 'xia4yi2bu4, cha2zhao3 fu4jin4 de5 jian3ce4dian3',
  'next-scan-again': 'xia4yi2bu4, chong2xin1 sao3ma3',
  'next-ask-staff': 'xia4yi2bu4, qing3 gong1zuo4 ren2yuan2 chu3li3',
};

const names = Object.keys(pinyin).filter((name): name is SpokenName => name in spokenTexts);

/** Every sentence that elder mode says, in both languages. */
export const sentences: readonly ClipSentence[] = names.flatMap((name) => [
  { clip: `zh/${name}`, language: 'zh', words: spokenTexts[name].zh, reading: pinyin[name] },
  { clip: `en/${name}`, language: 'en', words: spokenTexts[name].en, reading: spokenTexts[name].en },
]);
