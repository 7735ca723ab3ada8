import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './camera-attributes';

mergeInternalComponents(attributes);
