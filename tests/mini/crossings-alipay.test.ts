import { crossingsOn } from './crossings';
import { soundsOn } from './sounds';

describe('crossings', () => crossingsOn('alipay'));
describe('sounds', () => soundsOn('alipay'));
