import type { Box, Picture } from '@wuhao/contracts';
import { cropOf, percent } from '../format/crop';
import { partOf } from '../pictures/part';
import { Photo, View } from './primitives';

interface Props {
  picture: Picture;
  /** Null shows the whole picture. */
  box: Box | null;
  label: string;
}

/** The part of a photo that one item stands on, with a little paper around it. */
export const Crop = ({ picture, box, label }: Props) => {
  const crop = cropOf(picture, box);
  return (
    <View className="crop">
      <View style={{ paddingTop: percent(crop.h / crop.w) }} />
      <Photo src={partOf(picture, crop)} label={label} fit="fill" className="crop-photo" />
    </View>
  );
};
