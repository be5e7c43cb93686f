import type { Viewer } from '@wuhao/core';
import { needsConsent, RULES, subjectOf } from './rules';

const viewer = (role: Viewer['role']): Viewer => ({ accountId: 'me', role, sessionId: 'here' });
const ACTIONS = Object.keys(RULES) as (keyof typeof RULES)[];

it.each(ACTIONS)('%s without a named student is about the student that asks', (action) => {
  expect(subjectOf(viewer('student'), action)).toBe('me');
});

it.each(ACTIONS)('%s of a guardian names the child, or is about its own profile', (action) => {
  expect(subjectOf(viewer('guardian'), action)).toBe(action === 'profile.read' ? 'me' : undefined);
});

it('asks for consent exactly where photos are stored or processed', () => {
  expect(ACTIONS.filter(needsConsent)).toEqual(['files.upload', 'homework.write', 'mistakes.write']);
});
