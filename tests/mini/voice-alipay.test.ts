import { voiceOn } from './voice';

voiceOn('alipay');
