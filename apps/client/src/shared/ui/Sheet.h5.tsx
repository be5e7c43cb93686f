import { useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon';
import { Heading, Press } from './primitives';
import { ui } from './shared.zh';
import type { SheetProps } from './sheet.types';

/** A modal dialog of the browser: it holds the focus, closes with Escape and gives the focus back. */
export const Sheet = ({ title, onClose, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before React takes it away: only a dialog that is still in the page gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="sheet-body">
        <div className="sheet-head">
          <Heading level={2} className="sheet-title">
            {title}
          </Heading>
          <Press className="sheet-close" label={ui.close} onPress={onClose}>
            <Icon name="close" />
          </Press>
        </div>
        {children}
      </div>
    </dialog>
  );
};
