/** Only what helps before the first try; the server decides. Spaces and full-width digits are folded there. */
export const looksLikePhone = (raw: string): boolean =>
  /^(\+?86)?1[3-9]\d{9}$/.test(raw.normalize('NFKC').replace(/[\s-]/g, ''));

export const isPasswordLength = (password: string): boolean => {
  const { length } = [...password];
  return length >= 8 && length <= 64;
};
