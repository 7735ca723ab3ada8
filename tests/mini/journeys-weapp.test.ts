import { journeysOn } from './journeys';

journeysOn('weapp');
