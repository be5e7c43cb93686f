/** The number that was written behind `--name`, undefined without one. A command must not run on what it cannot read. */
export function wholeNumber(name, text, least) {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) < least || !Number.isSafeInteger(Number(text)))
    throw new Error(`--${name} takes a whole number from ${least} on, not "${text}"`);
  return Number(text);
}
