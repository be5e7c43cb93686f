import type { Picture } from '@wuhao/contracts';
import { Photo } from './primitives';
import type { PhotoProps } from './primitives.types';

interface Props extends Pick<PhotoProps, 'label' | 'className' | 'style' | 'lazy'> {
  picture: Picture;
}

/**
 * A page that fills its box: first the small picture, of a few kilobytes and often on the device already, and over it
 * the sharp one as it comes. The class or the style lays both on the same place.
 */
export const PagePicture = ({ picture, label, ...rest }: Props) => (
  <>
    <Photo {...rest} src={picture.thumbnailUrl} label="" fit="fill" />
    <Photo {...rest} src={picture.url} label={label} fit="fill" />
  </>
);
