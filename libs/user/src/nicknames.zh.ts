import type { Role } from '@wuhao/contracts';

/** Until somebody says how they want to be called. */
export const FIRST_NICKNAME: Record<Role, string> = { student: '同学', guardian: '家长', operator: '客服' };
