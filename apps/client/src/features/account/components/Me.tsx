import { inOneLine } from '../../../shared/format/numbers.zh';
import { open, routes } from '../../../shared/routes';
import { useAccount } from '../../../shared/session/use-session';
import { Avatar } from '../../../shared/ui/Avatar';
import { Heading, View } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { Bone, BoneRows } from '../../../shared/ui/bones';
import { Skeleton } from '../../../shared/ui/states';
import { account as words } from '../account.zh';
import '../account.scss';
import { LogOut } from './LogOut';
import { TextSizeRow } from './TextSizeRow';

export const Me = () => {
  const account = useAccount();
  if (!account) {
    return (
      <Skeleton>
        <View className="stack">
          <View className="me-head">
            <Bone className="bone-avatar" />
            <View className="row-words">
              <Bone className="bone-title" />
              <Bone className="bone-line bone-small" />
            </View>
          </View>
          <BoneRows count={2} lines={1} />
          <Bone className="bone-button" />
        </View>
      </Skeleton>
    );
  }
  return (
    <View className="stack">
      <View className="me-head">
        <Avatar name={account.nickname} />
        <View>
          <Heading level={2} className="me-name">
            {account.nickname}
          </Heading>
          <View className="hint figures">
            {inOneLine(words.roles[account.role], account.phone ?? words.noPhone)}
          </View>
        </View>
      </View>
      <View className="card card-rows">
        <Row icon="pencil" title={words.profile} onPress={() => open(routes.profile())} />
        <TextSizeRow />
      </View>
      <LogOut />
      <View className="hint-s me-version figures">{words.version(CLIENT_VERSION)}</View>
    </View>
  );
};
