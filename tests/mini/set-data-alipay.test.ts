import { setDataOn } from './set-data';
import { soundsOn } from './sounds';

describe('setData', () => setDataOn('alipay'));
describe('sounds', () => soundsOn('alipay'));
