import { crossingsOn } from './crossings';

crossingsOn('weapp');
