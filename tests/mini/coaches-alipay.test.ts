import { coachesOn } from './coaches';

describe('coaches', () => coachesOn('alipay'));
