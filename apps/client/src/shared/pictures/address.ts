/** A signed address of the server; the two ids, the variant and the part in it name the picture for good. */
const SIGNED = /\/api\/v1\/files\/([\w-]{43})\?v=(\w+)&e=(\d+)&s=[\w-]+(?:&part=([\d,]+))?/;
/** An address that dies while its picture is on the way is of no use. */
const MARGIN_MS = 60_000;
const MOST_KEPT = 300;

export interface SignedPicture {
  /** The same however often the address is signed anew. */
  key: string;
  expiresAtMs: number;
}

/** Null for photos of this device and for anything else that is not signed. */
export const parseSigned = (address: string): SignedPicture | null => {
  const [, reference, variant, expires, part] = SIGNED.exec(address) ?? [];
  if (!reference || !variant) return null;
  const name = part ? `part-${part.replaceAll(',', '-')}` : variant;
  return { key: `${reference}.${name}`, expiresAtMs: Number(expires) * 1_000 };
};

/**
 * The server signs a picture anew every five minutes. As long as the address used first still lives it stays in use:
 * another one would load the same picture again.
 */
export const createAddressBook = () => {
  const used = new Map<string, { address: string; expiresAtMs: number }>();
  return {
    settle: (address: string, nowMs: number = Date.now()): string => {
      const signed = parseSigned(address);
      if (!signed) return address;
      const before = used.get(signed.key);
      if (before && before.expiresAtMs > nowMs + MARGIN_MS) return before.address;
      used.delete(signed.key); // it comes last again, so that the oldest is the first
      used.set(signed.key, { address, expiresAtMs: signed.expiresAtMs });
      if (used.size > MOST_KEPT) used.delete(used.keys().next().value!);
      return address;
    },
    /** It did not show its picture: the next one of the same picture may. */
    forget: (address: string): void => {
      const signed = parseSigned(address);
      if (signed) used.delete(signed.key);
    },
    clear: (): void => used.clear(),
  };
};
