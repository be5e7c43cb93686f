import { useEffect, useState } from 'react';
import { isCancelled } from '../../../shared/http/api-error';
import { turnRight } from '../../../shared/photo/edit';
import { usePhotoSource } from '../../../shared/photo/use-photo-source';
import type { PhotoSource } from '../../../shared/platform/pictures.types';
import { open, openTab, replace, routes } from '../../../shared/routes';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { Frame } from '../../../shared/ui/Frame';
import { PhotoCanvas } from '../../../shared/ui/PhotoCanvas';
import { View } from '../../../shared/ui/primitives';
import { Empty, Problem } from '../../../shared/ui/states';
import '../capture.scss';
import { capture } from '../capture.zh';
import { MAX_PHOTOS } from '../photo-draft';
import { photoDraft, useDraftPhotos, useDraftSubject, useIsDraftOpening } from '../use-photo-draft';
import { useGathering } from '../use-gathering';
import { useSubmission } from '../use-submission';
import { CaptureBones } from './CaptureBones';
import { CaptureStage } from './CaptureStage';
import { PhotoActions } from './PhotoActions';
import { PhotoStrip } from './PhotoStrip';
import { SourceSheet } from './SourceSheet';
import { SubjectChoice } from './SubjectChoice';

/** What the source sheet was opened for. */
type Asking = { for: 'page' } | { for: 'retake'; key: string };

const Desk = () => {
  const photos = useDraftPhotos();
  const subject = useDraftSubject();
  const [isFound] = useState(photos.length > 0);
  const [chosenKey, setChosenKey] = useState<string>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [turningKey, setTurningKey] = useState<string | null>(null);
  const [cannotEditKey, setCannotEditKey] = useState<string | null>(null);
  const { choose, sheet } = usePhotoSource();
  useEffect(() => photoDraft.prepareMissing(), []);
  const { submit, cancel, isWaiting, isKept, progress, refusedId, error, isBusy } = useSubmission((id) => {
    if (id === undefined) openTab('home');
    else replace(routes.progress({ id }));
  });
  const { gather, stop, isGathering, found } = useGathering(() =>
    submit({ photos: photoDraft.photos().map(({ photo }) => photo), subject: photoDraft.subject() }),
  );

  const refused = photos.find(({ photo }) => photo.id === refusedId);
  const selected = photos.find(({ key }) => key === chosenKey) ?? found ?? refused ?? photos[0];
  const n = selected ? photos.indexOf(selected) + 1 : 0;
  const room = MAX_PHOTOS - photos.length;
  const isLocked = isBusy || isGathering;

  const add = (source: PhotoSource) => choose(source, room, (chosen) => setChosenKey(photoDraft.add(chosen)));
  const answer = (source: PhotoSource) => {
    setAsking(null);
    if (asking?.for !== 'retake') return add(source);
    choose(source, 1, ([chosen]) => chosen && photoDraft.retake(asking.key, chosen));
  };
  const turn = async (key: string) => {
    const before = photoDraft.photos().find((one) => one.key === key);
    if (!before) return;
    setTurningKey(key);
    setCannotEditKey(null);
    if (!(await photoDraft.edit(key, turnRight(before.edit)))) setCannotEditKey(key);
    setTurningKey(null);
  };
  const handIn = () => {
    setChosenKey(undefined); // so that a photo that could be better, or that the server refuses, comes into sight
    void gather();
  };

  if (!selected)
    return (
      <Frame
        title={titles.capture}
        footer={
          <View className="capture-sources">
            <Button icon="camera" onPress={() => add('camera')}>
              {capture.camera}
            </Button>
            <Button kind="quiet" icon="picture" onPress={() => add('album')}>
              {capture.album}
            </Button>
          </View>
        }
      >
        <Empty icon="camera" title={capture.empty} text={capture.tips} />
        {sheet}
      </Frame>
    );

  const submitsAs = found ? capture.submitAsIs : capture.submit;
  const submitWords = error ? capture.submitAgain : submitsAs(photos.length);
  const done = photos.filter(({ photo }) => progress[photo.id] === 1).length;
  return (
    <Frame title={titles.capture} fill>
      <View className="capture">
        <CaptureStage
          of={selected}
          n={n}
          isRefused={selected === refused}
          isBusy={selected.key === turningKey}
        />
        <View className="capture-desk">
          <PhotoStrip
            photos={photos}
            selectedKey={selected.key}
            progress={progress}
            refusedId={refusedId}
            locked={isLocked}
            onSelect={setChosenKey}
            onAdd={room > 0 ? () => setAsking({ for: 'page' }) : undefined}
          />
          {!isLocked && (
            <PhotoActions
              key={selected.key}
              n={n}
              count={photos.length}
              canEdit={selected.canEdit}
              onRetake={() => setAsking({ for: 'retake', key: selected.key })}
              onTurn={() => void turn(selected.key)}
              onCrop={() => open(routes.cropPhoto({ key: selected.key }))}
              onMove={(by) => {
                setChosenKey(selected.key);
                photoDraft.move(selected.key, by);
              }}
              onRemove={() => photoDraft.remove(selected.key)}
            />
          )}
          <View className="capture-words">
            {room === 0 && !isLocked && <View className="hint">{capture.full}</View>}
            {isFound && !isLocked && error === null && <View className="hint">{capture.kept}</View>}
            {(selected.cannotEdit || cannotEditKey === selected.key) && !isLocked && (
              <View className="notice" role="status">
                {capture.cannotEdit}
              </View>
            )}
            {found && !isLocked && (
              <View className="notice" role="status">
                {capture.lookFirst}
              </View>
            )}
            {error !== null && !isCancelled(error) && !isLocked && (
              <>
                {isWaiting ? (
                  <View className="notice" role="status">
                    {isKept ? capture.uploadStopped : capture.uploadUnkept}
                  </View>
                ) : (
                  <Problem error={error} />
                )}
              </>
            )}
          </View>
          <View className="capture-foot">
            {isLocked ? (
              <>
                <View className="capture-busy figures" role="status">
                  {isBusy ? capture.uploading(done, photos.length) : capture.gathering}
                </View>
                <Button kind="text" onPress={isBusy ? cancel : stop}>
                  {capture.stop}
                </Button>
              </>
            ) : (
              <>
                <SubjectChoice value={subject} onChange={photoDraft.choose} />
                <Button onPress={handIn}>{submitWords}</Button>
              </>
            )}
          </View>
        </View>
      </View>
      {asking && (
        <SourceSheet
          title={asking.for === 'retake' ? capture.retakeTitle : capture.addTitle}
          onChoose={answer}
          onClose={() => setAsking(null)}
        />
      )}
      {sheet}
      <PhotoCanvas />
    </Frame>
  );
};

/** Photos that were not handed in are there again, also after the app was killed. */
export const Capture = () => (useIsDraftOpening() ? <CaptureBones /> : <Desk />);
