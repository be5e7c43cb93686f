/** The name that marks an isolated component's classes, in its sheet and on its elements. */
export const styleScope = (component: string): string => component.replace(/[^a-zA-Z0-9]/g, '-');
