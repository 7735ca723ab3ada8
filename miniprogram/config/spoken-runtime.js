import { getComponentsAlias } from '@tarojs/runtime';
import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './spoken-attributes';

mergeInternalComponents(spoken);

// Screens say `role`, the word of the web, of what is not pressed: notices, dialogs, what is being fetched. Phones know `aria-role`.
var aliases = getComponentsAlias();
Object.keys(aliases).forEach((element) => {
  if (aliases[element].ariaRole) aliases[element].role = aliases[element].ariaRole;
});
