import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Press } from './primitives';

interface Props {
  children: ReactNode;
  onPress: () => void;
  /** One filled button a screen; everything else is quiet or text. */
  kind?: 'filled' | 'quiet' | 'text';
  icon?: IconName;
  busy?: boolean;
  disabled?: boolean;
  label?: string;
}

export const Button = ({ children, onPress, kind = 'filled', icon, busy, disabled, label }: Props) => (
  <Press
    className={`button button-${kind} ${busy ? 'is-busy' : ''}`}
    disabled={disabled}
    busy={busy}
    label={label}
    onPress={onPress}
  >
    {icon && <Icon name={icon} />}
    {children}
  </Press>
);
