import { coachNewsOn } from './coach-news';
import { coachesOn } from './coaches';

describe('coaches', () => coachesOn('alipay'));
describe('news of coaches', () => coachNewsOn('alipay'));
