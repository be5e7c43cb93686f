/**
 * Attributes that reach WeChat's templates by shared/platform/aria.json; Taro's types do not know them. As text: a
 * bare truth would become an empty attribute, which says nothing.
 */
export const aria = (props: object): object =>
  Object.fromEntries(
    Object.entries(props)
      .filter(([name, value]) => name.startsWith('aria-') && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
