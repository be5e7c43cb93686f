import type { PartType } from '@wuhao/contracts';

/** Half as many bytes; every browser that runs the rest of the app shows it. */
export const PART_TYPE: PartType = 'webp';
