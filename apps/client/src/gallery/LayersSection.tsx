import { useState } from 'react';
import { Button } from '../shared/ui/Button';
import { Chips } from '../shared/ui/Chips';
import { Confirm } from '../shared/ui/Confirm';
import { Sheet } from '../shared/ui/Sheet';
import { toast } from '../shared/ui/toast';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const OPTIONS = gallery.options.map((text) => ({ value: text as string, text }));

export const LayersSection = () => {
  const [layer, setLayer] = useState<'sheet' | 'confirm' | null>(null);
  const close = () => setLayer(null);
  return (
    <Sample name={gallery.sections.layers}>
      <Button kind="quiet" onPress={() => setLayer('sheet')}>
        {gallery.sheet}
      </Button>
      <Button kind="quiet" onPress={() => setLayer('confirm')}>
        {gallery.confirm}
      </Button>
      <Button kind="quiet" onPress={() => toast(gallery.toastText)}>
        {gallery.toast}
      </Button>
      {layer === 'sheet' && (
        <Sheet title={gallery.sheetTitle} onClose={close}>
          <Chips label={gallery.sheetTitle} options={OPTIONS} value={OPTIONS[0]!.value} onChange={close} />
        </Sheet>
      )}
      {layer === 'confirm' && (
        <Confirm
          title={gallery.confirmTitle}
          text={gallery.confirmText}
          yes={gallery.confirmYes}
          onYes={close}
          onClose={close}
        />
      )}
    </Sample>
  );
};
