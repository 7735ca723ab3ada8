import { voiceOn } from './voice';

voiceOn('weapp');
