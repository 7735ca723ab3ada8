import { journeysOn } from './journeys';
import { rightsOn } from './rights';

describe('journeys', () => journeysOn('alipay'));
describe('rights', () => rightsOn('alipay'));
