import { startsOn } from './starts';

startsOn('alipay');
