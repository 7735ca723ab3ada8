import type { CameraWays } from './camera-ways';

/** A browser has no scanner of its own, and no page can open its settings. */
export const cameraWays: CameraWays = { scanner: false };
