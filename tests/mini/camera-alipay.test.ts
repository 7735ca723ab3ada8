import { cameraJourneysOn } from './camera-journeys';

cameraJourneysOn('alipay');
