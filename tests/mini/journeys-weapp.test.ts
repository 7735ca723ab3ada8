import { journeysOn } from './journeys';
import { rightsOn } from './rights';

describe('journeys', () => journeysOn('weapp'));
describe('rights', () => rightsOn('weapp'));
