/** What was kept as JSON; null for nothing, for what a dying device cut short, and for what it could not read. */
export const parseKept = <T>(text: string | null | undefined): T | null => {
  try {
    return text === null || text === undefined ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
};
