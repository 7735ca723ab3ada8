import type { CodeState } from '../../venues/kinds';
import { refuse, type UnmetRequirement } from './check';

/** W-18, X-19: only a code that is valid here admits; no admission rule can waive it. */
export const codeState = (code: CodeState): UnmetRequirement | undefined => {
  switch (code) {
    case 'valid':
      return undefined;
    case 'revoked':
    case 'forged':
    case 'foreign':
    case 'unknown':
    case 'demonstration':
      return refuse(`code-${code}`);
  }
};
