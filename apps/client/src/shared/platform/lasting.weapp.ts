/** WeChat keeps what a mini-program stores until the person removes it. */
export const askToLast = (): void => undefined;
