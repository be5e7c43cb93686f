/**
 * Small texts that outlive the app, by name: what is kept for an account on this device. Tokens lie elsewhere.
 * `undefined`: the device could not be read just now. Nobody knows what lies there, and nothing is removed for it.
 */
export interface DeviceStore {
  read(name: string): string | null | undefined;
  /** False when the device has no room, or keeps nothing at all (a private window). */
  write(name: string, text: string): boolean;
  remove(name: string): void;
  /** Names that begin so, sorted. */
  names(prefix: string): string[] | undefined;
  /** Tells of changes by other tabs; never of this one's own. Ends by calling what it gives back. */
  watch(listener: () => void): () => void;
}
