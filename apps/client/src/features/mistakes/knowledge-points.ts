const MAX_POINTS = 8;
const MAX_LENGTH = 20;

/** Tags as a person types them in one line, parted by spaces or commas of any kind. */
export const splitPoints = (line: string): string[] => {
  const points = line
    .split(/[\s,，、;；]+/)
    .map((point) => point.slice(0, MAX_LENGTH))
    .filter(Boolean);
  return [...new Set(points)].slice(0, MAX_POINTS);
};
