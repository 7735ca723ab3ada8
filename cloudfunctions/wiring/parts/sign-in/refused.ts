import * as z from 'zod';
import type { Platform } from '../../../ports/platform';
import { choice } from '../../choice';

/** Nothing of this platform: its codes are refused. */
export const refused = choice(z.object({}), (): Platform => ({}));
