export interface Screen {
  /** How large an element of the page is, px; nothing by nothing when there is none. */
  sizeOf(id: string): Promise<{ width: number; height: number }>;
  /** Tells when the screen has been turned or resized. Ends by calling what it gives back. */
  watch(listener: () => void): () => void;
}
