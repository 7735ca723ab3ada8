import { spawn } from 'node:child_process';
import { root } from './places.mjs';

/**
 * Runs a program to its end. With `quiet` its words are kept and given back, to be shown only when it failed:
 * a build that went well needs no page of text.
 */
export const command = (program, args, { cwd = root, env = {}, quiet = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const words = [];
    child.stdout?.on('data', (chunk) => words.push(chunk));
    child.stderr?.on('data', (chunk) => words.push(chunk));
    child.on('error', (fault) => resolve({ code: 1, words: String(fault) }));
    child.on('close', (code) => resolve({ code: code ?? 1, words: Buffer.concat(words).toString() }));
  });

/** Runs a JavaScript file with this Node. */
export const node = (args, options) => command(process.execPath, args, options);
