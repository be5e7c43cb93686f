/** Attributes that reach WeChat's templates by shared/platform/aria.json; Taro's types do not know them. */
export const aria = (attributes: Record<`aria-${string}`, string | number | boolean | undefined>): object =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
