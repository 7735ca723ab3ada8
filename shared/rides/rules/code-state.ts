import type { CodeState } from '../../venues/kinds';
import { type Objection, refuse } from './check';

/** W-18, X-19: only a code that is valid here admits; no admission rule can waive it. */
export const codeState = (code: CodeState): Objection | undefined => {
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
