// Synchronous randomness is all that the mini-program has here. Ids must be unique, not secret.
export const randomBytes = (count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256));
