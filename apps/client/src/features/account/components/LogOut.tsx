import { useState } from 'react';
import { useAction } from '../../../shared/http/use-action';
import { outbox, useOutbox } from '../../../shared/outbox/outbox';
import { logOut, type LeavingWrites } from '../../../shared/session/log-out';
import { useAccount } from '../../../shared/session/use-session';
import { Button } from '../../../shared/ui/Button';
import { Confirm } from '../../../shared/ui/Confirm';
import { View } from '../../../shared/ui/primitives';
import { Sheet } from '../../../shared/ui/Sheet';
import { Problem } from '../../../shared/ui/states';
import { keptDrafts } from '../../homework/photos-on-device';
import { account as words } from '../account.zh';

interface AskProps {
  /** What is lost by it: photos that are not handed in are no piece of work yet. */
  loss: string;
  leaving: ReturnType<typeof useLeaving>;
  onClose: () => void;
}

const useLeaving = () => useAction<void, LeavingWrites>({ mutationFn: (what) => logOut(outbox, what) });

/** Work that the server does not have yet: the person says what becomes of it. */
const WithWrites = ({ count, loss, leaving, onClose }: AskProps & { count: number }) => (
  <Sheet title={words.unsentTitle(count)} onClose={onClose}>
    <View className="sheet-text">{words.unsentText + loss}</View>
    {!leaving.isBusy && <Problem error={leaving.error} />}
    <View className="stack-s">
      <Button busy={leaving.isBusy} onPress={() => leaving.run('send')}>
        {words.unsentSend}
      </Button>
      <Button kind="quiet" disabled={leaving.isBusy} onPress={() => leaving.run('keep')}>
        {words.unsentKeep}
      </Button>
      <Button kind="text" disabled={leaving.isBusy} onPress={() => leaving.run('discard')}>
        {words.unsentDiscard}
      </Button>
    </View>
  </Sheet>
);

export const LogOut = () => {
  const [asking, setAsking] = useState(false);
  const leaving = useLeaving();
  const { waiting, refused } = useOutbox();
  const count = waiting.length + refused.length;
  const id = useAccount()?.id;
  const photos = asking && id !== undefined ? (keptDrafts.read(id)?.pages.length ?? 0) : 0;
  const loss = photos > 0 ? words.draftGoes(photos) : '';
  const close = () => setAsking(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {words.logOut}
      </Button>
      {asking && count > 0 && <WithWrites count={count} loss={loss} leaving={leaving} onClose={close} />}
      {asking && count === 0 && (
        <Confirm
          title={words.logOutTitle}
          text={words.logOutText + loss}
          yes={words.logOutYes}
          busy={leaving.isBusy}
          error={leaving.error}
          onYes={() => leaving.run('discard')}
          onClose={close}
        />
      )}
    </>
  );
};
