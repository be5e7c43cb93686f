import type { ReactNode } from 'react';

export interface PressProps {
  onPress: () => void;
  /** For the ears; needed where no text is inside. */
  label?: string;
  className?: string;
  disabled?: boolean;
  /** It works on what was asked: another tap asks for nothing. */
  busy?: boolean;
  /** One of several that is chosen. */
  selected?: boolean;
  /** Leads to the page that is open. */
  current?: boolean;
  style?: Record<string, string>;
  id?: string;
  children?: ReactNode;
}

/** What ties an input to the words around it. */
export interface InputWords {
  id?: string;
  /** Id of the note that belongs to it. */
  describedBy?: string;
  invalid?: boolean;
}

export interface LabelProps {
  /** Id of the input that it names. */
  of: string;
  className?: string;
  children: ReactNode;
}

export interface TextInputProps extends InputWords {
  value: string;
  onInput: (value: string) => void;
  label: string;
  kind?: 'text' | 'phone' | 'password' | 'number';
  placeholder?: string;
  className?: string;
  maxLength?: number;
  /** What a browser may fill in. */
  autoComplete?: string;
  onConfirm?: () => void;
}

export interface TextBoxProps extends InputWords {
  value: string;
  onInput: (value: string) => void;
  label: string;
  placeholder?: string;
  className?: string;
  maxLength?: number;
}

export interface PhotoProps {
  src: string;
  /** Empty for a picture that only decorates. */
  label: string;
  className?: string;
  style?: Record<string, string>;
  /** Cover its box (thumbnails), fill it exactly (marks lie on it), or be seen whole. */
  fit?: 'cover' | 'fill' | 'contain';
  /** It can be seen now, or never will be. */
  onShown?: (isSeen: boolean) => void;
  /** In a long list or below the first screen: fetched when it comes near. Its box has its size without it. */
  lazy?: boolean;
}

export interface HeadingProps {
  level: 1 | 2 | 3;
  className?: string;
  children: ReactNode;
}
