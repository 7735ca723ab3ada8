import { crossingsOn } from './crossings';
import { soundsOn } from './sounds';

describe('crossings', () => crossingsOn('weapp'));
describe('sounds', () => soundsOn('weapp'));
