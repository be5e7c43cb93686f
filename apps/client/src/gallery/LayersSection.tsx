import { type ReactNode, useState } from 'react';
import { ApiError } from '../shared/http/api-error';
import { FailedSheet } from '../shared/photo/FailedSheet';
import { PrivacySheet } from '../shared/photo/PrivacySheet';
import { RefusedSheet } from '../shared/photo/RefusedSheet';
import { Button } from '../shared/ui/Button';
import { Chips } from '../shared/ui/Chips';
import { Confirm } from '../shared/ui/Confirm';
import { Sheet } from '../shared/ui/Sheet';
import { toast } from '../shared/ui/toast';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const OPTIONS = gallery.options.map((text) => ({ value: text as string, text }));
const OFFLINE = new ApiError('NETWORK', 'gallery');
const QUESTION = { title: gallery.confirmTitle, text: gallery.confirmText, yes: gallery.confirmYes };

/** What lies over a page, by the words of the button that opens it. */
const layersOf = (close: () => void): Record<string, ReactNode> => {
  const asked = { ...QUESTION, onYes: close, onClose: close };
  const refused = { source: 'camera', onAllowed: close, onInstead: close, onClose: close } as const;
  return {
    [gallery.sheet]: (
      <Sheet title={gallery.sheetTitle} onClose={close}>
        <Chips label={gallery.sheetTitle} options={OPTIONS} value={OPTIONS[0]!.value} onChange={close} />
      </Sheet>
    ),
    [gallery.confirm]: <Confirm {...asked} />,
    [gallery.confirmBusy]: <Confirm {...asked} busy />,
    [gallery.confirmFailed]: <Confirm {...asked} error={OFFLINE} />,
    [gallery.refused]: <RefusedSheet {...refused} isAgain={false} />,
    [gallery.stillRefused]: <RefusedSheet {...refused} isAgain />,
    [gallery.privacy]: <PrivacySheet onAgain={close} onClose={close} />,
    [gallery.failed]: <FailedSheet source="camera" onAgain={close} onInstead={close} onClose={close} />,
  };
};

export const LayersSection = () => {
  const [chosen, setChosen] = useState<string | null>(null);
  const layers = layersOf(() => setChosen(null));
  return (
    <Sample name={gallery.sections.layers}>
      {Object.keys(layers).map((words) => (
        <Button key={words} kind="quiet" onPress={() => setChosen(words)}>
          {words}
        </Button>
      ))}
      <Button kind="quiet" onPress={() => toast(gallery.toastText)}>
        {gallery.toast}
      </Button>
      {chosen !== null && layers[chosen]}
    </Sample>
  );
};
