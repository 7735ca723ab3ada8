import { crossingsOn } from './crossings';

crossingsOn('alipay');
