import { VERDICTS } from '@wuhao/contracts/enums';
import { useState } from 'react';
import '../features/homework/capture.scss';
import { CropFrame } from '../features/homework/components/CropFrame';
import { PagePhoto } from '../features/homework/components/PagePhoto';
import { PhotoStrip } from '../features/homework/components/PhotoStrip';
import { VerdictSign } from '../features/homework/components/VerdictSign';
import { verdictNames } from '../features/homework/homework.zh';
import { numbered } from '../features/homework/numbered';
import '../features/homework/crop.scss';
import '../features/homework/result.scss';
import { cropOf } from '../shared/format/crop';
import { UNTOUCHED } from '../shared/photo/edit';
import type { Hint } from '../shared/photo/hints';
import type { Part } from '../shared/photo/ink';
import { AwaitedPhoto } from '../shared/ui/AwaitedPhoto';
import { Crop } from '../shared/ui/Crop';
import { PhotoViewer } from '../shared/ui/PhotoViewer';
import { View } from '../shared/ui/primitives';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';
import { items, partOfSheet, picture } from './sheet';

const item = items[1]!;
const PAGE = { n: 1, status: 'graded', problem: null, picture } as const;

const nothing = () => undefined;
const pageOf = (id: string, hints: Hint[] = []) => {
  const photo = { id, url: picture.url };
  return { key: id, source: photo, photo, edit: UNTOUCHED, hints, canEdit: true };
};
const STRIP = {
  photos: [pageOf('a'), pageOf('b', ['blurred']), pageOf('c')],
  selectedKey: 'b',
  refusedId: 'c',
  progress: {},
};

export const PhotoSection = () => {
  const [part, setPart] = useState<Part>({ x: 0.1, y: 0.2, w: 0.7, h: 0.5 });
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
      <Sample name={gallery.opening}>
        <View className="sample-photo">
          <AwaitedPhoto
            className="sample-picture"
            src={picture.url}
            label={gallery.opening}
            busy={gallery.loading}
          />
        </View>
      </Sample>
      <Sample name={gallery.missing}>
        <View className="sample-photo">
          <AwaitedPhoto className="sample-picture" src="data:image/png,none" label={gallery.missing} />
        </View>
      </Sample>
      <Sample name={gallery.cropFrame}>
        <View className="sample-crop">
          <CropFrame src={picture.url} size={{ width: 280, height: 210 }} part={part} onChange={setPart} />
        </View>
      </Sample>
      <Sample name={gallery.strip}>
        <PhotoStrip {...STRIP} locked={false} onSelect={nothing} onAdd={nothing} />
        <PhotoStrip {...STRIP} locked progress={{ a: 1, b: 0.4 }} onSelect={nothing} />
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
