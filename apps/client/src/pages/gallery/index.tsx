import { Gallery } from '../../gallery/Gallery';
import { gallery } from '../../gallery/gallery.zh';
import { Frame } from '../../shared/ui/Frame';

export default function GalleryPage() {
  return (
    <Frame title={gallery.title} open>
      <Gallery />
    </Frame>
  );
}
