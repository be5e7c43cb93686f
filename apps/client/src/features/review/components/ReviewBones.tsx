import { Bone } from '../../../shared/ui/bones';
import { View } from '../../../shared/ui/primitives';

/** The first card of a session while it loads. */
export const ReviewBones = () => (
  <>
    <View className="review-progress">
      <Bone className="bone-bar" />
      <Bone className="bone-line bone-name" />
    </View>
    <View className="review-card">
      <Bone className="bone-crop" />
      <Bone className="bone-title" />
      <View className="review-think">
        <Bone className="bone-line" />
        <Bone className="bone-button" />
      </View>
    </View>
  </>
);
