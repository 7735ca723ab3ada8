import { startsOn } from './starts';

startsOn('weapp');
