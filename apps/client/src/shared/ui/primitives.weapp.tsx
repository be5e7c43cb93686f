import {
  Image,
  Input,
  Text,
  Textarea,
  View as TaroView,
  type ViewProps as TaroViewProps,
} from '@tarojs/components';
import { usePicture } from '../pictures/use-picture';
import { apiOrigin } from '../platform/transport';
import type {
  HeadingProps,
  LabelProps,
  PhotoProps,
  PressProps,
  TextBoxProps,
  TextInputProps,
} from './primitives.types';
import { aria } from './weapp-aria';

export { Text };

/** WeChat's name for a role is another; shared code writes the browser's. */
export const View = ({ role, ...rest }: TaroViewProps & { role?: string }) => (
  <TaroView {...rest} {...aria({ ...rest, 'aria-role': role })} />
);

// A view, because WeChat's button brings a look that has to be fought in every state.
export const Press = ({
  onPress,
  label,
  className = '',
  disabled,
  busy,
  selected,
  children,
  style,
  id,
}: PressProps) => {
  const isOff = disabled || busy;
  return (
    <TaroView
      id={id}
      className={`press ${disabled ? 'is-off' : ''} ${className}`}
      style={style}
      hoverClass={isOff ? 'none' : 'press-on'}
      hoverStartTime={20}
      hoverStayTime={80}
      onClick={(event) => {
        event.stopPropagation();
        if (!isOff) onPress();
      }}
      {...aria({
        'aria-role': 'button',
        'aria-label': label,
        'aria-disabled': isOff,
        'aria-busy': busy,
        'aria-pressed': selected,
      })}
    >
      {children}
    </TaroView>
  );
};

/** The input says its name itself. */
export const Label = ({ className, children }: LabelProps) => (
  <Text className={className} {...aria({ 'aria-hidden': true })}>
    {children}
  </Text>
);

const INPUTS = {
  text: {},
  phone: { type: 'number' },
  password: { password: true },
  number: { type: 'digit' },
} as const;

export const TextInput = ({ kind = 'text', label, maxLength = 140, ...of }: TextInputProps) => (
  <Input
    {...INPUTS[kind]}
    className={`field-input ${of.className ?? ''}`}
    value={of.value}
    placeholder={of.placeholder}
    placeholderClass="field-placeholder"
    maxlength={maxLength}
    onInput={(event) => of.onInput(event.detail.value)}
    onConfirm={() => of.onConfirm?.()}
    {...aria({ 'aria-label': label })}
  />
);

export const TextBox = ({ label, maxLength = 500, ...of }: TextBoxProps) => (
  <Textarea
    className={`field-input field-box ${of.className ?? ''}`}
    value={of.value}
    placeholder={of.placeholder}
    placeholderClass="field-placeholder"
    maxlength={maxLength}
    onInput={(event) => of.onInput(event.detail.value)}
    {...aria({ 'aria-label': label })}
  />
);

/** The server gives addresses without its origin; here a bare path would be a file of the package. */
const withOrigin = (src: string) => (src.startsWith('/api/') ? apiOrigin + src : src);

const MODES = { cover: 'aspectFill', fill: 'scaleToFill', contain: 'aspectFit' } as const;

export const Photo = ({
  src,
  label,
  className = '',
  style,
  fit = 'cover',
  lazy = false,
  onShown,
}: PhotoProps) => {
  const { address, isMissing, tries, onLoad, onError } = usePicture(withOrigin(src), onShown);
  return (
    <Image
      key={tries}
      src={address}
      mode={MODES[fit]}
      lazyLoad={lazy}
      className={`photo ${isMissing ? 'is-missing' : ''} ${className}`}
      style={style}
      onLoad={onLoad}
      onError={onError}
      {...aria(label ? { 'aria-label': label, 'aria-role': 'img' } : { 'aria-hidden': true })}
    />
  );
};

export const Heading = ({ level, className = '', children }: HeadingProps) => (
  <TaroView className={`heading ${className}`} {...aria({ 'aria-role': 'heading', 'aria-level': level })}>
    {children}
  </TaroView>
);
