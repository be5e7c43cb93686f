import { View } from '@tarojs/components';
import { titles } from '../../shared/titles.zh';

export default function Page() {
  return <View aria-label={titles.me}>{titles.me}</View>;
}
