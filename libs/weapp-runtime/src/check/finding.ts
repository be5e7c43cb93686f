/** A fault of a build, with the file and what to look for in it. */
export interface Finding {
  rule: string;
  file: string;
  text: string;
}

export const finding = (rule: string, file: string, text: string): Finding => ({ rule, file, text });

export const inOneLine = ({ rule, file, text }: Finding): string => `${rule}: ${file}: ${text}`;
