import { journeysOn } from './journeys';

journeysOn('alipay');
