import * as z from 'zod';
import type { Notifier } from '../../../ports/notifier';
import { choice } from '../../choice';

/** No messages outside the app: alerts wait in their outbox, and the log says so. */
export const nowhere = choice(z.object({}), (): Notifier => ({ send: async () => ({ is: 'nowhere' }) }));
