import { View } from '@tarojs/components';
import { titles } from '../../shared/titles.zh';

export default function Page() {
  return <View aria-label={titles.home}>{titles.home}</View>;
}
