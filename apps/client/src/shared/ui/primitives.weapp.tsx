import { Image, Input, Textarea, View } from '@tarojs/components';
import { usePicture } from '../pictures/use-picture';
import { apiOrigin } from '../platform/transport';
import type { HeadingProps, PhotoProps, PressProps, TextBoxProps, TextInputProps } from './primitives.types';

export { Text, View } from '@tarojs/components';

/** Accessibility attributes reach the templates by config/aria-plugin.js; Taro's types do not know them. */
const aria = (attributes: Record<string, string | boolean | undefined>): object =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

// A view, because WeChat's button brings a look that has to be fought in every state.
export const Press = ({
  onPress,
  label,
  className = '',
  disabled,
  selected,
  children,
  style,
  id,
}: PressProps) => (
  <View
    id={id}
    className={`press ${disabled ? 'is-off' : ''} ${className}`}
    style={style}
    hoverClass={disabled ? 'none' : 'press-on'}
    hoverStartTime={20}
    hoverStayTime={80}
    onClick={(event) => {
      event.stopPropagation();
      if (!disabled) onPress();
    }}
    {...aria({ 'aria-role': 'button', 'aria-label': label, 'aria-selected': selected })}
  >
    {children}
  </View>
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
  const { address, isMissing, onLoad, onError } = usePicture(withOrigin(src), onShown);
  return (
    <Image
      src={address}
      mode={MODES[fit]}
      lazyLoad={lazy}
      className={`photo ${isMissing ? 'is-missing' : ''} ${className}`}
      style={style}
      onLoad={onLoad}
      onError={onError}
      {...aria({ 'aria-label': label, 'aria-role': 'img' })}
    />
  );
};

export const Heading = ({ level, className = '', children }: HeadingProps) => (
  <View className={`heading ${className}`} {...aria({ 'aria-role': level === 1 ? 'heading' : 'text' })}>
    {children}
  </View>
);
