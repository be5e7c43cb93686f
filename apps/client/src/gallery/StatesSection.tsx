import { ApiError } from '../shared/http/api-error';
import { Bone, BoneFacts, BoneField, BoneRows } from '../shared/ui/bones';
import { Button } from '../shared/ui/Button';
import { View } from '../shared/ui/primitives';
import { Empty, Failure, Problem, Skeleton } from '../shared/ui/states';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const nothing = () => undefined;
const BROKEN = new ApiError('INTERNAL', 'gallery', { requestId: '0193a1b2-0000-7000-8000-000000000001' });
const OFFLINE = new ApiError('NETWORK', 'gallery');

export const StatesSection = () => (
  <>
    <Sample name={gallery.loading}>
      <Skeleton>
        <View className="stack">
          <Bone className="bone-title" />
          <BoneRows count={2} lead="thumb" />
          <BoneRows count={1} lead="sign" />
          <BoneFacts count={2} />
          <BoneField />
          <Bone className="bone-crop" />
        </View>
      </Skeleton>
    </Sample>
    <Sample name={gallery.empty}>
      <Empty
        icon="paper"
        title={gallery.emptyTitle}
        text={gallery.emptyText}
        action={
          <Button icon="camera" onPress={nothing}>
            {gallery.withIcon}
          </Button>
        }
      />
    </Sample>
    <Sample name={gallery.error}>
      <Failure error={BROKEN} onRetry={nothing} />
    </Sample>
    <Sample name={gallery.offline}>
      <Failure error={OFFLINE} onRetry={nothing} />
    </Sample>
    <Sample name={gallery.lines}>
      <Problem error={BROKEN} />
      <View className="notice">{gallery.notice}</View>
      <View className="hint">{gallery.emptyText}</View>
      <View className="hint-s">{gallery.emptyText}</View>
    </Sample>
  </>
);
