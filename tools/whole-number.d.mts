export function wholeNumber(name: string, text: string | undefined, least: number): number | undefined;
