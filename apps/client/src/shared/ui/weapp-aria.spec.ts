import { aria } from './weapp-aria';

it('hands on what is for the ears, as text, and nothing else', () => {
  const props = { className: 'chip', 'aria-pressed': true, 'aria-disabled': undefined, 'aria-level': 2 };
  expect(aria(props)).toEqual({ 'aria-pressed': 'true', 'aria-level': '2' });
});
