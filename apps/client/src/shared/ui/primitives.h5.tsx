import type { HTMLAttributes } from 'react';
import { usePicture } from '../pictures/use-picture';
import type {
  HeadingProps,
  InputWords,
  LabelProps,
  PhotoProps,
  PressProps,
  TextBoxProps,
  TextInputProps,
} from './primitives.types';

type BoxProps = HTMLAttributes<HTMLElement>;

export const View = (props: BoxProps) => <div {...props} />;

export const Text = (props: BoxProps) => <span {...props} />;

// The browser's own controls: focus, keyboard and screen readers work without a line of ours.

// Switched off in words and look only: the browser would take the focus from a control that is `disabled`.
export const Press = ({
  onPress,
  label,
  className = '',
  disabled,
  busy,
  selected,
  current,
  ...rest
}: PressProps) => (
  <button
    {...rest}
    type="button"
    className={`press ${disabled ? 'is-off' : ''} ${className}`}
    aria-label={label}
    aria-disabled={disabled || busy || undefined}
    aria-busy={busy || undefined}
    aria-pressed={selected}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      event.stopPropagation();
      if (!disabled && !busy) onPress();
    }}
  />
);

/** A tap on it is one on the input. */
export const Label = ({ of, ...rest }: LabelProps) => <label {...rest} htmlFor={of} />;

const ariaOf = ({ describedBy, invalid }: InputWords) => ({
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
});

const INPUTS = {
  text: {},
  phone: { type: 'tel', inputMode: 'tel' },
  password: { type: 'password' },
  number: { inputMode: 'numeric' },
} as const;

export const TextInput = ({
  kind = 'text',
  label,
  className = '',
  onInput,
  onConfirm,
  describedBy,
  invalid,
  ...rest
}: TextInputProps) => (
  <input
    {...rest}
    {...INPUTS[kind]}
    {...ariaOf({ describedBy, invalid })}
    className={`field-input ${className}`}
    aria-label={label}
    onChange={(event) => onInput(event.target.value)}
    onKeyDown={(event) => {
      // Enter also ends the choice of a Chinese word; that is not meant.
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
    }}
  />
);

export const TextBox = ({ label, className = '', onInput, describedBy, invalid, ...rest }: TextBoxProps) => (
  <textarea
    {...rest}
    {...ariaOf({ describedBy, invalid })}
    rows={3}
    className={`field-input field-box ${className}`}
    aria-label={label}
    onChange={(event) => onInput(event.target.value)}
  />
);

export const Photo = ({ src, label, className = '', style, fit = 'cover', lazy, onShown }: PhotoProps) => {
  const { address, isMissing, tries, onLoad, onError } = usePicture(src, onShown);
  return (
    <img
      key={tries}
      src={address}
      alt={label}
      className={`photo ${isMissing ? 'is-missing' : ''} ${className}`}
      style={{ objectFit: fit, ...style }}
      decoding="async"
      loading={lazy ? 'lazy' : undefined}
      draggable={false}
      onLoad={onLoad}
      onError={onError}
    />
  );
};

export const Heading = ({ level, className = '', children }: HeadingProps) => {
  const Tag = `h${level}` as const;
  return <Tag className={`heading ${className}`}>{children}</Tag>;
};
