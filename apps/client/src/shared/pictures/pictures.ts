import { pictureStore } from '../platform/picture-store';
import { createAddressBook, parseSigned } from './address';

const addresses = createAddressBook();

/** The address to show the picture by: the one already in use while it lives. */
export const settleAddress = (address: string): string => addresses.settle(address);

export const forgetAddress = (address: string): void => addresses.forget(address);

export const knownPicture = (address: string): string | null => {
  const signed = parseSigned(address);
  return signed && pictureStore.known(signed.key);
};

export const findPicture = async (address: string): Promise<string | null> => {
  const signed = parseSigned(address);
  return signed && pictureStore.find(signed.key);
};

/** Called with an address that has just been shown. */
export const keepPicture = (address: string): void => {
  const signed = parseSigned(address);
  if (signed) void pictureStore.keep(signed.key, address);
};

/** Nothing of one account is shown to the next. */
export const forgetPictures = (): void => {
  addresses.clear();
  void pictureStore.clear();
};
