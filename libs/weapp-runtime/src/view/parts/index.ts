import { WxCanvas } from './canvas';
import { WxCheckbox, WxCheckboxGroup, WxRadio, WxRadioGroup, WxSwitch } from './choice';
import { WxButton, WxForm, WxLabel } from './form';
import { WxImage } from './image';
import { WxMovableArea, WxMovableView } from './movable';
import { Part, definePart } from './part';
import { WxPicker } from './picker';
import { WxPickerView, WxPickerViewColumn } from './picker-view';
import { WxRichText } from './rich-text';
import { WxScrollView } from './scroll-view';
import { WxProgress, WxWebView } from './simple';
import { WxSlider } from './slider';
import { lack } from './surroundings';
import { WxSwiper } from './swiper';
import { WxInput, WxTextarea } from './text-field';

const BEHAVING: Record<string, typeof Part> = {
  button: WxButton,
  canvas: WxCanvas,
  checkbox: WxCheckbox,
  'checkbox-group': WxCheckboxGroup,
  form: WxForm,
  image: WxImage,
  input: WxInput,
  label: WxLabel,
  'movable-area': WxMovableArea,
  'movable-view': WxMovableView,
  picker: WxPicker,
  'picker-view': WxPickerView,
  'picker-view-column': WxPickerViewColumn,
  progress: WxProgress,
  radio: WxRadio,
  'radio-group': WxRadioGroup,
  'rich-text': WxRichText,
  'scroll-view': WxScrollView,
  slider: WxSlider,
  swiper: WxSwiper,
  switch: WxSwitch,
  textarea: WxTextarea,
  'web-view': WxWebView,
};

/** Boxes: they lay out and carry events, and on a phone they do no more. */
const BOXES = ['view', 'text', 'swiper-item', 'cover-view', 'share-element', 'span', 'native-slot'];

/** Here a box as well, where a phone shows a camera, a map or a sign. */
const LACKING = [
  ...['navigator', 'icon', 'cover-image', 'page-meta', 'navigation-bar', 'root-portal', 'match-media'],
  ...['page-container', 'video', 'audio', 'camera', 'map', 'live-player', 'live-pusher', 'open-data', 'ad'],
  ...['ad-custom', 'editor', 'official-account', 'functional-page-navigator', 'voip-room'],
  ...['keyboard-accessory', 'channel-live', 'channel-video', 'grid-view', 'list-view', 'sticky-header'],
  ...['sticky-section', 'snapshot'],
];

/** Defines every built-in and gives their tags as the templates write them. */
export function defineParts(): string[] {
  for (const [tag, part] of Object.entries(BEHAVING)) definePart(tag, part);
  for (const tag of BOXES) definePart(tag, class extends Part {});
  for (const tag of LACKING)
    definePart(
      tag,
      class extends Part {
        protected override setUp(): void {
          lack(`<${tag}>`);
        }
      },
    );
  return [...Object.keys(BEHAVING), ...BOXES, ...LACKING];
}
