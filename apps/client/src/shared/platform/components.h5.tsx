import { forwardRef, type HTMLAttributes } from 'react';

// What pages use of @tarojs/components on the web, as plain elements (config/index.js aliases it):
// no custom element has to be upgraded before the first paint, and roles are the browser's own.
type Props = HTMLAttributes<HTMLElement>;

export const View = forwardRef<HTMLDivElement, Props>((props, ref) => <div {...props} ref={ref} />);
View.displayName = 'View';

export const Text = forwardRef<HTMLSpanElement, Props>((props, ref) => <span {...props} ref={ref} />);
Text.displayName = 'Text';
