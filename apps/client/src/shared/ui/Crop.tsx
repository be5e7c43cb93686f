import type { Box, Picture } from '@wuhao/contracts';
import { cropOf, percent } from '../format/crop';
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
      <Photo
        src={picture.url}
        label={label}
        fit="fill"
        className="crop-photo"
        style={{
          width: percent(picture.width / crop.w),
          height: percent(picture.height / crop.h),
          left: percent(-crop.x / crop.w),
          top: percent(-crop.y / crop.h),
        }}
      />
    </View>
  );
};
