export const DEMO_STUDENT = '小五';
export const DEMO_GUARDIAN = '小五的家长';
