import { getComponentsAlias } from '@tarojs/runtime';
import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './spoken-attributes';

mergeInternalComponents(spoken);

var aliases = getComponentsAlias();

// Screens say `role`, the word of the web, of what is not pressed: notices, dialogs, what is being fetched. Phones know `aria-role`.
function numberRole(element) {
  if (aliases[element].ariaRole) aliases[element].role = aliases[element].ariaRole;
}

Object.keys(aliases).forEach(numberRole);
