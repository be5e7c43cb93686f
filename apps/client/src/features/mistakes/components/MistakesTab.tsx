import { useState } from 'react';
import { open, routes } from '../../../shared/routes';
import { useAccount } from '../../../shared/session/use-session';
import { titles } from '../../../shared/titles.zh';
import { Chips } from '../../../shared/ui/Chips';
import { Frame } from '../../../shared/ui/Frame';
import { Icon } from '../../../shared/ui/Icon';
import { Press } from '../../../shared/ui/primitives';
import { Empty, Loaded, Skeleton } from '../../../shared/ui/states';
import { guardian } from '../../guardian/guardian.zh';
import { useChildren } from '../../guardian/queries';
import { mistakes } from '../mistakes.zh';
import { MistakeBones, MistakeBook } from './MistakeBook';

/** A guardian looks at one child at a time. */
const ChildrensBooks = () => {
  const children = useChildren();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded of={children} skeleton={<MistakeBones />}>
      {({ items }) => {
        const studentId = chosen ?? items[0]?.id;
        if (!studentId) return <Empty icon="people" title={guardian.none} text={guardian.noneText} />;
        return (
          <>
            {items.length > 1 && (
              <Chips
                label={guardian.title}
                options={items.map(({ id, nickname }) => ({ value: id, text: nickname }))}
                value={studentId}
                onChange={setChosen}
              />
            )}
            <MistakeBook key={studentId} studentId={studentId} />
          </>
        );
      }}
    </Loaded>
  );
};

export const MistakesTab = () => {
  const account = useAccount();
  const isGuardian = account?.role === 'guardian';
  const action = account && !isGuardian && (
    <Press className="link" onPress={() => open(routes.addMistake())}>
      <Icon name="plus" size="s" />
      {mistakes.add}
    </Press>
  );
  return (
    <Frame title={titles.mistakes} tab="mistakes" action={action}>
      {!account && (
        <Skeleton>
          <MistakeBones />
        </Skeleton>
      )}
      {account && (isGuardian ? <ChildrensBooks /> : <MistakeBook />)}
    </Frame>
  );
};
