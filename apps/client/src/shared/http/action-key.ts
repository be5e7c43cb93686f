import { useRef } from 'react';
import { uuidv7 } from './uuidv7';

/**
 * The idempotency key of what a person does: the same for the same content however often it is sent,
 * so that a second tap after an error is the same action; another content is another action.
 */
export const createActionKey = (): ((content: unknown) => string) => {
  let last = { content: '', key: '' };
  return (content) => {
    const text = JSON.stringify(content);
    if (text !== last.content) last = { content: text, key: uuidv7() };
    return last.key;
  };
};

export const useActionKey = (): ((content: unknown) => string) => {
  const keyOf = useRef<(content: unknown) => string>();
  keyOf.current ??= createActionKey();
  return keyOf.current;
};
