/**
 * Why a password is refused, undefined when it is not. The list is short on purpose: the passwords of 8 characters and
 * more that stand at the top of published leaks, Chinese ones first; patterns stand for the long tail (one unit
 * repeated, a run along the alphabet, the digits or the keyboard, a birthday, the own phone).
 */
export function whyCommon(password: string, phone: string): string | undefined {
  const folded = password.normalize('NFKC').toLowerCase();
  if (isOfPhone(folded, phone)) return 'made of the phone number';
  const stems = stemsOf(folded);
  if (stems.some((stem) => COMMON.has(stem))) return 'one of the most common passwords';
  if (stems.some((stem) => isRepeated(stem) || isRun(stem))) return 'a simple pattern';
  return BIRTHDAY.test(folded) ? 'a date' : undefined;
}

/** The phone with or without a few characters around it, or its last 8 digits. */
function isOfPhone(password: string, phone: string): boolean {
  const rest = [phone, phone.slice(-8)].find((digits) => password.includes(digits));
  return rest !== undefined && password.replace(rest, '').length < 4;
}

/** `password1!` is `password`: itself, and without up to three digits and marks at its end. */
function stemsOf(password: string): string[] {
  const tail = /[\d!.@#]{0,3}$/.exec(password)?.[0].length ?? 0;
  return Array.from({ length: tail + 1 }, (_, cut) => password.slice(0, password.length - cut));
}

/** aaaaaaaa, abababab, 123123123, abcdabcd. */
const isRepeated = (password: string) => /^(.{1,4}?)\1+$/su.test(password);

/** A run from end to end, up or down, along one of the rows. */
function isRun(password: string): boolean {
  return RUNS.some((row) => row.includes(password) || [...row].reverse().join('').includes(password));
}

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjkl;',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujm',
  '147258369',
];

/** 20120131, also as 2012-01-31. */
const BIRTHDAY = /^(19|20)\d\d[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\d|3[01])$/;

const COMMON = new Set(
  `
  password passw0rd p@ssw0rd p@ssword password1 password12 password123 pass1234 test1234 admin123 admin1234 admin888
  administrator root1234 welcome1 welcome123 changeme letmein1 letmein123 iloveyou iloveyou1 sunshine princess
  football baseball superman starwars whatever trustno1 computer internet michelle jennifer jonathan qwerty123
  qwer1234 qwert123 qwerty12 qweasdzxc qweasd123 asdf1234 asdfasdf asd123456 asdasdasd zxcvbnm1 zxcvbnm123 zxc123456
  q1w2e3r4 1q2w3e4r 1qaz2wsx 1qazxsw2 qazwsx123 zaq12wsx zaq1xsw2 abc12345 abc123456 abcd1234 abcd12345 aa123456
  aa12345678 aaa123456 a1234567 a12345678 a123456789 a1b2c3d4 as123456 qq123456 qq123456789 wang123456 zhang123
  li123456 w123456789 z123456789 x123456789 123456aa 123456ab 123456abc 12345678a 123456789a 1234567890a 123456qq
  1234qwer 123qweasd 123qwe123 123abc123 12345qwert 123456qwe 123456asd 123321123 1233211234567 12344321 11223344
  1122334455 112233445566 55667788 66778899 11112222 00001111 10203040 100200300 13145200 5201314a 52013140
  5201314520 1314520520 13141314 520520520 52013145 woaini520 woaini521 woaini1314 woaini123 woaini5201314 woaiwojia
  wodemima wobuzhidao nihao123 nihaoma1 zhongguo dongfang caonima123 tiancai1 laopo521 baobao520 iloveyou520
  wuhaobanxue wuhaobanxue123 wuhao123 wuhao1234 banxue123 xuesheng xuexi123 laoshi123 zuoye123 student1 student123
  parent123 teacher1 teacher123 school123 homework homework1 monkey123 dragon123 master123 shadow123 michael1
  minecraft pokemon123 liverpool chocolate butterfly 87654321 98765432 123698745 147896325 159357456 159753456
  147852369 963852741 741852963 789456123 456123789 159357123 31415926 3141592653 20082008 20202020 88889999
  `
    .trim()
    .split(/\s+/),
);
