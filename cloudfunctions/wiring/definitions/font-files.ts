import * as z from 'zod';
import { makeNotoSansSc } from '../../adapters/fonts/noto-sans-sc';
import type { FontFiles } from '../../ports/font-files';
import { adapterOption } from '../adapter-option';
import type { ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** Fonts for printed matter. */
export const fontFiles = definePort<ServiceNeeds, FontFiles>({ chosenBy: 'TONGCHENG_FONT_FILES' });

/** Noto Sans SC, inside the bundle. */
export const notoSansSc = () => adapterOption(z.object({}), (): FontFiles => makeNotoSansSc());
