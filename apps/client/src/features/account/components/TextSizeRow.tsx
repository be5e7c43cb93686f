import { useState } from 'react';
import { Chips } from '../../../shared/ui/Chips';
import { View } from '../../../shared/ui/primitives';
import { Row } from '../../../shared/ui/Row';
import { Sheet } from '../../../shared/ui/Sheet';
import { TEXT_SIZES, setTextSize, useTextSize } from '../../../shared/ui/text-size';
import { account } from '../account.zh';

const OPTIONS = TEXT_SIZES.map((value) => ({ value, text: account.textSizes[value] }));

/** The whole page changes with the choice, so the choice needs no button to try it. */
export const TextSizeRow = () => {
  const size = useTextSize();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Row
        icon="text"
        title={account.textSize}
        value={account.textSizes[size]}
        onPress={() => setChoosing(true)}
      />
      {choosing && (
        <Sheet title={account.textSize} onClose={() => setChoosing(false)}>
          <View className="me-sample">{account.textSample}</View>
          <Chips label={account.textSize} options={OPTIONS} value={size} onChange={setTextSize} />
        </Sheet>
      )}
    </>
  );
};
