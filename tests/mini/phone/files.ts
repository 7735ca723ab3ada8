import { answering, done, failed, type Options, type Outcome, textIn } from './callbacks';
import type { Functions, Parts } from './parts';

/** Words or numbers of a platform's refusals. */
export interface FileRefusals {
  readonly missing: object;
  readonly forbidden: object;
}

/** What the build uses of a platform's files: a program writes below its own folder only, and learns of everything by callbacks. */
export function filesOf({ device, time }: Parts, root: string, refusals: FileRefusals): Functions {
  const within = (path: string, act: () => Outcome): Outcome =>
    path.startsWith(`${root}/`) ? act() : failed(refusals.forbidden);
  const existing = (path: string, act: () => void): Outcome => {
    if (!device.files.has(path)) return failed(refusals.missing);
    act();
    return done();
  };
  const files = {
    access: answering(time, (options) => existing(textIn(options, 'path'), () => undefined)),
    unlink: answering(time, (options) => {
      const path = textIn(options, 'filePath');
      return existing(path, () => device.files.delete(path));
    }),
    readdir: answering(time, () => {
      const inRoot = [...device.files.keys()].filter((path) => path.startsWith(`${root}/`));
      return done({ files: inRoot.map((path) => path.slice(root.length + 1)) });
    }),
    readFile: answering(time, (options) => {
      const held = device.files.get(textIn(options, 'filePath'));
      if (!held) return failed(refusals.missing);
      // A text where an encoding is named, bytes otherwise.
      return textIn(options, 'encoding') === 'utf8'
        ? done({ data: Buffer.from(held).toString('utf8') })
        : failed(refusals.forbidden);
    }),
    writeFile: answering(time, (options) => {
      const path = textIn(options, 'filePath');
      return within(path, () => {
        if (device.isFull) return failed(refusals.forbidden);
        device.files.set(path, bytesOf(options));
        return done();
      });
    }),
  };
  return { getFileSystemManager: () => files };
}

function bytesOf({ data, encoding }: Options): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8');
  // An ArrayBuffer of the phone's own realm is none of ours by class.
  if (Object.prototype.toString.call(data) !== '[object ArrayBuffer]') throw new Error('neither text nor bytes');
  return Uint8Array.from(new Uint8Array(structuredClone<ArrayBufferLike>(Object(data))));
}
