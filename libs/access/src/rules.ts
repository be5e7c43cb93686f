import type { Action, Viewer } from '@wuhao/core';

/** How the viewer stands to the student; `own` is the account of a viewer that is no student. */
export type Relation = 'self' | 'own' | 'guardian';

/** Who may do what to a student. The only table; anything that is not in it does not exist for the viewer. */
export const RULES: Record<Exclude<Action, 'account.own' | 'children.list'>, readonly Relation[]> = {
  'profile.read': ['self', 'own', 'guardian'],
  'files.upload': ['self', 'guardian'],
  'homework.read': ['self', 'guardian'],
  'homework.write': ['self', 'guardian'],
  'mistakes.read': ['self', 'guardian'],
  'mistakes.write': ['self', 'guardian'],
  'analytics.read': ['self', 'guardian'],
};

/** Actions that store or process a child's photos: a guardian must have agreed first. */
const NEEDS_CONSENT: ReadonlySet<Action> = new Set<Action>([
  'files.upload',
  'homework.write',
  'mistakes.write',
]);

export const needsConsent = (action: Action) => NEEDS_CONSENT.has(action);

/** Whom a request without `?studentId=` is about: the student itself, and whoever asks for a profile. */
export const subjectOf = (viewer: Viewer, action: keyof typeof RULES) =>
  viewer.role === 'student' || RULES[action].includes('own') ? viewer.accountId : undefined;
