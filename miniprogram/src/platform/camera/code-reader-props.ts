/** Why there is no picture: not allowed, none here, or taken by another app. */
export type CameraTrouble = 'refused' | 'absent' | 'busy';

/** What is known of the light: whether the picture is dark (unknown where no platform tells) and whether a torch is there to help. */
export interface Light {
  readonly dark: boolean | undefined;
  readonly torch: boolean;
}

/** Reads QR codes through the camera as long as it is active. A change of `attempt` begins anew. */
export interface CodeReaderProps {
  readonly active: boolean;
  /** Whether a code is wanted now; while one is under way it is not. */
  readonly reading: boolean;
  readonly torch: boolean;
  readonly attempt: number;
  /** The platform's own scanner is wanted instead of a camera in the page; a browser has none. */
  readonly scanner: boolean;
  readonly onRead: (text: string) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
  readonly onReady: () => void;
  readonly onLight: (light: Light) => void;
  /** Whether several ride codes are in view, between which only the rider can choose; a platform's own camera never says. */
  readonly onSeveral: (several: boolean) => void;
}
