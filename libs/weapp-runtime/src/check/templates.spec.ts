import { wccIsMissing } from './templates';

it('says where wcc cannot be asked, instead of passing in silence', () => {
  expect(wccIsMissing('linux-x64')).toBeUndefined();
  expect(wccIsMissing('linux-arm64')).toBe('wcc has no binary for linux-arm64');
});
