import * as z from 'zod';
import { choice } from '../../choice';

/** No sign-in of this platform: its codes are refused. */
export const refused = choice(z.object({}), () => undefined);
