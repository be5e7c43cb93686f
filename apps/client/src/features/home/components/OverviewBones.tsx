import { Bone, BoneRows } from '../../../shared/ui/bones';
import { View } from '../../../shared/ui/primitives';

/** Overview while it loads. */
export const OverviewBones = () => (
  <>
    <View className="home-part card">
      <View className="section-line">
        <Bone className="bone-line bone-name" />
      </View>
      <Bone className="bone-title" />
    </View>
    <View className="home-part">
      <View className="section-line">
        <Bone className="bone-line bone-name" />
      </View>
      <BoneRows count={1} lead="thumb" />
    </View>
    <View className="home-week">
      <Bone className="bone-line" />
    </View>
  </>
);
