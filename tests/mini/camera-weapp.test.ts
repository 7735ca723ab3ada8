import { cameraJourneysOn } from './camera-journeys';

cameraJourneysOn('weapp');
