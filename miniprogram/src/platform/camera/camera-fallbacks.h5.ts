import type { CameraFallbacks } from './camera-fallbacks';

/** A browser has no scanner of its own, and no page can open its settings. */
export const cameraFallbacks: CameraFallbacks = { scanner: false };

/** A browser says by the kind of its error whether the camera was not allowed (`code-reader.h5.tsx`). */
export const wasRefused = async (_reason: unknown): Promise<boolean> => false;
