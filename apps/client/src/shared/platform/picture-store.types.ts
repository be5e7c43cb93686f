/** Pictures that were seen, on the device, for the time without a network. Bounded: the oldest go first. */
export interface PictureStore {
  /** Something that an <image> shows, if that is known without waiting. */
  known(key: string): string | null;
  find(key: string): Promise<string | null>;
  /** Keeps what the address has just shown, where that costs little; says nothing when it does not work. */
  keep(key: string, address: string): Promise<void>;
  clear(): Promise<void>;
}
