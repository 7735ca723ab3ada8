import { newVisionKit, type VisionKit } from './vision-kit';
import type { Tone } from './wave';

/** A phone's body: what a mini-program may use of it, and what a test may do to it and feel of it. */
export interface Device {
  /** Texts by key; it outlives the app. One key holds a megabyte, all of them ten. */
  readonly storage: Map<string, string>;
  /** Whether there is a network; whoever changes it calls {@link Device.networkChanged}. */
  online: boolean;
  readonly networkListeners: Set<(online: boolean) => void>;
  networkChanged(online: boolean): void;
  /** What the camera in the page or the platform's scanner sees next; nothing means that the rider closes it. Undefined: it stays open. */
  inSight: { readonly code: string } | 'closed' | undefined;
  /** The camera in the page: it works, its user refused it (and it says so, or not), it fails, or the platform is too old for it. */
  camera: 'works' | 'refused' | 'refused-silently' | 'broken' | 'too-old';
  cameraOpen: boolean;
  /** How often the camera in the page was opened. */
  camerasOpened: number;
  torchLit: boolean;
  /** WeChat's reader of text. */
  readonly visionKit: VisionKit;
  /** How often the platform's settings were opened, and what their user does there about the camera. */
  settingsOpened: number;
  allowsInSettings: boolean;
  /** How often the platform's scanner was opened. */
  scannersOpened: number;
  brightness: number;
  readonly felt: string[];
  /** Files by path; they outlive the app like its storage. */
  readonly files: Map<string, Uint8Array>;
  /** No room for another file. */
  isFull: boolean;
  /** Tones that came out of it, in order. */
  readonly heard: Tone[];
  /** Clips of the voice that began to sound, in order: `zh/admit`. */
  readonly said: string[];
  isMuted: boolean;
  /** Whether the platform's player takes WAV here; undefined: what the platform promises. */
  playsWave: boolean | undefined;
  /** Players that the program holds. */
  playersOpen: number;
  /** A finger has just come down, and nothing was waited for since. */
  isTouched: boolean;
  readonly opened: { readonly path: string; readonly withMenu: boolean }[];
  /** Files that were sent into a chat. */
  readonly passedOn: { readonly name: string; readonly text: string }[];
  clipboard: string;
  /** Other mini-programs that were opened over this one. */
  readonly programsOpened: { readonly appId: string; readonly path: string }[];
  /** The rider comes back from the one that is open. */
  comeBack: () => void;
  readonly dialled: string[];
  readonly language: 'zh' | 'en';
  /** The one-time code of the platform's sign-in for a scope; undefined when its user declines. */
  signInCode: (scope: 'silent' | 'identity') => string | undefined;
  /** The code behind the platform's phone button; undefined when its user declines. */
  phoneCode: () => string | undefined;
  /** Whether the platform's user agrees to a message, and the templates that were asked for at a touch. */
  agreesToMessages: boolean;
  readonly messagesAsked: string[];
}

const maxCharactersPerKey = 1024 * 1024;
const maxCharacters = 10 * maxCharactersPerKey;

/** A new phone in the reader's language. */
export function newDevice(language: 'zh' | 'en' = 'zh'): Device {
  const networkListeners = new Set<(online: boolean) => void>();
  const device: Device = {
    storage: new Map(),
    online: true,
    networkListeners,
    networkChanged: (online) => {
      device.online = online;
      for (const changed of [...networkListeners]) changed(online);
    },
    inSight: undefined,
    camera: 'works',
    cameraOpen: false,
    camerasOpened: 0,
    torchLit: false,
    visionKit: newVisionKit(),
    settingsOpened: 0,
    allowsInSettings: false,
    scannersOpened: 0,
    brightness: 0.4,
    felt: [],
    files: new Map(),
    isFull: false,
    heard: [],
    said: [],
    isMuted: false,
    playsWave: undefined,
    playersOpen: 0,
    isTouched: false,
    opened: [],
    passedOn: [],
    clipboard: '',
    programsOpened: [],
    comeBack: () => undefined,
    dialled: [],
    language,
    signInCode: () => undefined,
    phoneCode: () => undefined,
    agreesToMessages: true,
    messagesAsked: [],
  };
  return device;
}

/** Keeps a text as both platforms do: too much of one key or of all is refused, and nothing of it is kept. */
export function store({ storage }: Device, key: string, text: string): boolean {
  const others = [...storage].reduce((sum, [name, held]) => (name === key ? sum : sum + held.length), 0);
  if (text.length > maxCharactersPerKey || others + text.length > maxCharacters) return false;
  storage.set(key, text);
  return true;
}
