import { titles } from '../../../shared/titles.zh';
import { Bone, BoneChips } from '../../../shared/ui/bones';
import { Frame } from '../../../shared/ui/Frame';
import { View } from '../../../shared/ui/primitives';
import { Skeleton } from '../../../shared/ui/states';

/** The page for cutting a photo while the photo is being looked for. */
export const CropBones = () => (
  <Frame title={titles.cropPhoto} fill>
    <Skeleton>
      <View className="crop-page">
        <View className="crop-stage" />
        <View className="crop-desk">
          <Bone className="bone-line" />
          <BoneChips count={4} />
          <View className="crop-push">
            <Bone className="bone-button" />
            <Bone className="bone-button" />
          </View>
          <View className="crop-foot">
            <Bone className="bone-button" />
            <Bone className="bone-button" />
          </View>
        </View>
      </View>
    </Skeleton>
  </Frame>
);
