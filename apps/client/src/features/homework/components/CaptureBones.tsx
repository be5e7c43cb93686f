import { titles } from '../../../shared/titles.zh';
import { Bone } from '../../../shared/ui/bones';
import { Frame } from '../../../shared/ui/Frame';
import { View } from '../../../shared/ui/primitives';
import { Skeleton } from '../../../shared/ui/states';

const PAGES = [1, 2, 3];
const ACTIONS = [1, 2, 3, 4, 5, 6];

/** The page for photos while those of the last visit are being looked for. */
export const CaptureBones = () => (
  <Frame title={titles.capture} fill>
    <Skeleton>
      <View className="capture">
        <View className="stage" />
        <View className="capture-desk">
          <View className="strip">
            {PAGES.map((page) => (
              <Bone key={page} className="strip-page" />
            ))}
          </View>
          <View className="photo-actions">
            {ACTIONS.map((action) => (
              <View key={action} className="photo-action">
                <Bone className="bone-action" />
              </View>
            ))}
          </View>
          <View className="capture-foot">
            <Bone className="bone-button" />
          </View>
        </View>
      </View>
    </Skeleton>
  </Frame>
);
