import { mergeInternalComponents } from '@tarojs/shared';

// The other half of config/aria-plugin.js: the same names for the runtime.
const ARIA = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
};
const COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView'];

mergeInternalComponents(Object.fromEntries(COMPONENTS.map((name) => [name, { ...ARIA }])));
