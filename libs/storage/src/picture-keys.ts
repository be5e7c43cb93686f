export const PICTURE_VARIANTS = ['picture', 'thumbnail'] as const;
export type PictureVariant = (typeof PICTURE_VARIANTS)[number];

/** Whatever was uploaded. */
export const PICTURE_MIME = 'image/jpeg';

/** All objects of a student lie under one prefix, so that erasing a student is complete without a list of rows. */
export const pictureKey = (studentId: string, fileId: string, variant: PictureVariant) =>
  `${studentId}/${fileId}.${variant}.jpg`;

const KEY = /^([0-9a-f-]{36})\/([0-9a-f-]{36})\.(picture|thumbnail)\.jpg$/;

/** The file that an object belongs to; null for objects of another kind. */
export function ownerOfKey(key: string): { studentId: string; fileId: string } | null {
  const match = KEY.exec(key);
  return match && { studentId: match[1]!, fileId: match[2]! };
}
