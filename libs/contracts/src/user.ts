import { z } from 'zod';
import { listOf, Uuid } from './common';
import { ROLES } from './enums';

const SchoolYear = z.int().min(1).max(12);
const BirthMonth = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM');

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

export const ProfileView = z
  .strictObject({
    id: Uuid,
    role: z.enum(ROLES),
    nickname: z.string(),
    schoolYear: SchoolYear.nullable(),
    birthMonth: BirthMonth.nullable(),
    timeZone: z.string(),
    /** Minutes a day set aside for review. */
    reviewMinutes: z.int(),
  })
  .meta({ id: 'ProfileView' });
export type ProfileView = z.infer<typeof ProfileView>;

export const ProfileUpdate = z
  .strictObject({
    nickname: z.string().trim().min(1).max(20).optional(),
    schoolYear: SchoolYear.nullable().optional(),
    birthMonth: BirthMonth.nullable().optional(),
    timeZone: z.string().max(64).refine(isTimeZone, 'an IANA time zone').optional(),
    reviewMinutes: z.int().min(5).max(120).optional(),
  })
  .meta({ id: 'ProfileUpdate' });
export type ProfileUpdate = z.infer<typeof ProfileUpdate>;

export const ChildView = z
  .strictObject({ id: Uuid, nickname: z.string(), schoolYear: SchoolYear.nullable() })
  .meta({ id: 'ChildView' });
export type ChildView = z.infer<typeof ChildView>;

export const ChildList = listOf(ChildView, 'ChildList');
export type ChildList = z.infer<typeof ChildList>;
