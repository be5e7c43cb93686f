import { z } from 'zod';
import { Uuid } from './common';
import { ROLES } from './enums';

/** Mainland mobile number; spaces, hyphens, full-width digits and a +86 prefix are folded away. */
export const Phone = z
  .string()
  .max(32)
  .transform((raw) =>
    raw
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, 'a mainland mobile number of 11 digits'));

/** Counted in characters as a person counts them, any kind allowed. */
export const Password = z
  .string()
  .max(256)
  .refine((p) => [...p].length >= 8 && [...p].length <= 64, 'a password has 8 to 64 characters');

export const RegisterBody = z
  .strictObject({
    phone: Phone,
    password: Password,
    role: z.enum(['student', 'guardian']),
    nickname: z.string().trim().min(1).max(20).optional(),
    schoolYear: z.int().min(1).max(12).optional(),
    birthMonth: z
      .string()
      .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM')
      .optional(),
  })
  .meta({ id: 'RegisterBody' });
export type RegisterBody = z.infer<typeof RegisterBody>;

export const LoginBody = z
  .strictObject({ phone: Phone, password: z.string().min(1).max(256) })
  .meta({ id: 'LoginBody' });
export type LoginBody = z.infer<typeof LoginBody>;

/** The mini-program sends its refresh token; H5 sends `{}` and its cookie. */
export const RefreshBody = z
  .strictObject({ refreshToken: z.string().min(1).max(512).optional() })
  .meta({ id: 'RefreshBody' });
export type RefreshBody = z.infer<typeof RefreshBody>;

export const AccountView = z
  .strictObject({
    id: Uuid,
    role: z.enum(ROLES),
    nickname: z.string(),
    /** Masked: `138****0001`; null for an account without one. */
    phone: z.string().nullable(),
  })
  .meta({ id: 'AccountView' });
export type AccountView = z.infer<typeof AccountView>;

export const SessionView = z
  .strictObject({
    accessToken: z.string(),
    /** Seconds. */
    expiresIn: z.int(),
    user: AccountView,
    /** Only for the mini-program; H5 gets it as an HttpOnly cookie. */
    refreshToken: z.string().optional(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;
