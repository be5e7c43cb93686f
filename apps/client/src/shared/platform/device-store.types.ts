/** Small texts that outlive the app, by name: what is kept for an account on this device. Tokens lie elsewhere. */
export interface DeviceStore {
  read(name: string): string | null;
  /** False when the device has no room, or keeps nothing at all (a private window). */
  write(name: string, text: string): boolean;
  remove(name: string): void;
  /** Names that begin so, sorted. */
  names(prefix: string): string[];
  /** Tells of changes by other tabs; never of this one's own. Ends by calling what it gives back. */
  watch(listener: () => void): () => void;
}
