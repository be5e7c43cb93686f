/** What was kept as JSON; null for nothing, and for what a dying device cut short. */
export const parseKept = <T>(text: string | null): T | null => {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
};
