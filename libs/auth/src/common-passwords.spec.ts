import { whyCommon } from './common-passwords';

const PHONE = '13912345678';

it.each([
  'password',
  'PassWord',
  'ｐａｓｓｗｏｒｄ',
  'password1!',
  'woaini1314',
  'Woaini1314!',
  'wuhaobanxue',
  '12345678',
  '9876543210',
  'abcdefgh',
  'zyxwvuts',
  'qwertyuiop',
  '1qaz2wsx3edc',
  'aaaaaaaa',
  'abababab',
  '123123123',
  'abcdabcd',
  '哈哈哈哈哈哈哈哈',
  '20140601',
  '2014-06-01',
  '13912345678',
  'a13912345678',
  '12345678!!',
])('refuses %s', (password) => {
  expect(whyCommon(password, PHONE)).toEqual(expect.any(String));
});

it.each([
  'correct horse battery',
  '小五爱吃西瓜和哈密瓜',
  'tR7!kqz9',
  'abcdefgh-mein-rad',
  '12345678 reasons why',
  'my13912345678number',
  '20141301',
  'passwordless future',
])('accepts %s', (password) => {
  expect(whyCommon(password, PHONE)).toBeUndefined();
});
