import { setDataOn } from './set-data';
import { soundsOn } from './sounds';

describe('setData', () => setDataOn('weapp'));
describe('sounds', () => soundsOn('weapp'));
