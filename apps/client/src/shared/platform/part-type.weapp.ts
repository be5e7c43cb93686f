import type { PartType } from '@wuhao/contracts';

/** An <image> on iOS 12 and 13 does not show WebP by itself. */
export const PART_TYPE: PartType = 'jpeg';
