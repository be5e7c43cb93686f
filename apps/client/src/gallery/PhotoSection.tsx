import { VERDICTS } from '@wuhao/contracts/enums';
import { useState } from 'react';
import { PagePhoto } from '../features/homework/components/PagePhoto';
import { VerdictSign } from '../features/homework/components/VerdictSign';
import { verdictNames } from '../features/homework/homework.zh';
import { numbered } from '../features/homework/numbered';
import '../features/homework/result.scss';
import { cropOf } from '../shared/format/crop';
import { Crop } from '../shared/ui/Crop';
import { PhotoViewer } from '../shared/ui/PhotoViewer';
import { View } from '../shared/ui/primitives';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';
import { items, partOfSheet, picture } from './sheet';

const item = items[1]!;
const PAGE = { n: 1, status: 'graded', problem: null, picture } as const;

export const PhotoSection = () => {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return (
    <>
      <Sample name={gallery.viewer}>
        <PhotoViewer
          className="sample-viewer"
          label={gallery.viewer}
          target={selectedId ? `mark-${selectedId}` : undefined}
        >
          {(isNear) => (
            <PagePhoto
              page={PAGE}
              pageCount={2}
              items={numbered(items)}
              selectedId={selectedId}
              isNear={isNear}
              onSelect={setSelectedId}
            />
          )}
        </PhotoViewer>
      </Sample>
      <Sample name={gallery.crop}>
        <Crop picture={partOfSheet(cropOf(picture, item.box))} box={item.box} label={item.text} />
      </Sample>
      <Sample name={gallery.verdicts}>
        {VERDICTS.map((verdict) => (
          <View key={verdict} className="detail-verdict">
            <VerdictSign of={{ verdict, correction: { tries: 0, corrected: false } }} />
            <View className={`verdict-words-${verdict}`}>{verdictNames[verdict]}</View>
          </View>
        ))}
      </Sample>
    </>
  );
};
