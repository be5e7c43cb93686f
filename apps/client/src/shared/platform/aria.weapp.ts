import { mergeInternalComponents } from '@tarojs/shared';
import { attributes, components } from './aria.json';

// The other half of config/aria-plugin.js: the same names for the runtime.
const known = Object.fromEntries(attributes.map((name) => [name, '']));

mergeInternalComponents(Object.fromEntries(components.map((name) => [name, { ...known }])));
