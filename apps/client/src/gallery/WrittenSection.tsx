import { Markdown } from '../shared/ui/markdown/Markdown';
import { View } from '../shared/ui/primitives';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

export const WrittenSection = () => (
  <>
    {gallery.written.map(({ name, source }) => (
      <Sample key={name} name={name}>
        <View className="card">
          <Markdown source={source} />
        </View>
      </Sample>
    ))}
  </>
);
