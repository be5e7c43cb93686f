import { Canvas } from '@tarojs/components';
import { PHOTO_CANVAS_ID } from '../platform/open-photo.types';
import './photo-canvas.scss';

/** Where platform/open-photo draws, out of sight; on every page that changes photos. */
export const PhotoCanvas = () => <Canvas type="2d" id={PHOTO_CANVAS_ID} className="photo-canvas" />;
