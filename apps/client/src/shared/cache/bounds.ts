export interface Read {
  /** As JSON. */
  text: string;
  /** When the server said it, ms. */
  at: number;
}

interface Bounds {
  mostEntries: number;
  mostChars: number;
}

/** The newest that fit. One that is too large for the room left is passed over for smaller, older ones. */
export const newestWithin = <R extends Read>(reads: R[], { mostEntries, mostChars }: Bounds): R[] => {
  const chosen: R[] = [];
  let chars = 0;
  for (const read of [...reads].sort((a, b) => b.at - a.at)) {
    if (chosen.length >= mostEntries) break;
    if (chars + read.text.length > mostChars) continue;
    chars += read.text.length;
    chosen.push(read);
  }
  return chosen;
};
