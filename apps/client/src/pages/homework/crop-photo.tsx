import { CropPhoto } from '../../features/homework/components/CropPhoto';

export default function CropPhotoPage() {
  return <CropPhoto />;
}
