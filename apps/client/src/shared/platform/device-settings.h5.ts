// Settings of this device, not of an account: they stay when somebody logs out.
const keyOf = (name: string) => `wuhao.device.${name}`;

export const deviceSettings = {
  read: (name: string): string | null => {
    try {
      return localStorage.getItem(keyOf(name));
    } catch {
      return null; // storage is switched off: the setting holds for this visit
    }
  },
  write: (name: string, value: string): void => {
    try {
      localStorage.setItem(keyOf(name), value);
    } catch {
      // As above.
    }
  },
};
