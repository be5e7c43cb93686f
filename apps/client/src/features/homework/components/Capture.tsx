import { useState } from 'react';
import { SUBJECTS, type Subject } from '@wuhao/contracts/enums';
import { isCancelled } from '../../../shared/http/api-error';
import { pictures } from '../../../shared/platform/pictures';
import type { PhotoSource } from '../../../shared/platform/pictures.types';
import type { LocalPhoto } from '../../../shared/platform/transport.types';
import { openTab, replace, routes } from '../../../shared/routes';
import { subjectNames } from '../../../shared/subjects.zh';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { Chips } from '../../../shared/ui/Chips';
import { Frame } from '../../../shared/ui/Frame';
import { Row } from '../../../shared/ui/Row';
import { Sheet } from '../../../shared/ui/Sheet';
import { Empty, Problem } from '../../../shared/ui/states';
import { homework } from '../homework.zh';
import '../capture.scss';
import { useSubmission } from '../use-submission';
import { PhotoStrip } from './PhotoStrip';
import { View } from '../../../shared/ui/primitives';

export const MAX_PHOTOS = 9;
const SUBJECT_OPTIONS = SUBJECTS.map((value) => ({ value, text: subjectNames[value] }));

export const Capture = () => {
  const [photos, setPhotos] = useState<LocalPhoto[]>([]);
  const [subject, setSubject] = useState<Subject>('math');
  const [choosing, setChoosing] = useState(false);
  const [refused, setRefused] = useState(false);
  const { submit, cancel, progress, refusedId, error, isBusy } = useSubmission((id) =>
    id === undefined ? openTab('home') : replace(routes.progress({ id })),
  );
  const room = MAX_PHOTOS - photos.length;

  const add = async (source: PhotoSource) => {
    setRefused(false);
    try {
      const chosen = await pictures.choose(source, room);
      setPhotos((before) => [...before, ...chosen].slice(0, MAX_PHOTOS));
    } catch {
      setRefused(true);
    }
  };
  const remove = (photo: LocalPhoto) => {
    pictures.release(photo);
    setPhotos((before) => before.filter((one) => one !== photo));
  };

  const sources = (
    <View className="capture-sources">
      <Button
        kind={photos.length === 0 ? 'filled' : 'quiet'}
        icon="camera"
        onPress={() => void add('camera')}
      >
        {homework.camera}
      </Button>
      <Button kind="quiet" icon="picture" onPress={() => void add('album')}>
        {homework.album}
      </Button>
    </View>
  );
  const done = photos.filter((photo) => progress[photo.id] === 1).length;
  const busy = (
    <View className="capture-foot">
      <View className="capture-busy figures" role="status">
        {homework.uploading(done, photos.length)}
      </View>
      <Button kind="text" onPress={cancel}>
        {homework.stop}
      </Button>
    </View>
  );
  const handIn = (
    <Button onPress={() => submit({ photos, subject })}>
      {error ? homework.submitAgain : homework.submit(photos.length)}
    </Button>
  );

  return (
    <Frame title={titles.capture} footer={isBusy ? busy : photos.length > 0 ? handIn : sources}>
      {photos.length === 0 && (
        <Empty icon="camera" title={homework.captureEmpty} text={homework.captureTips} />
      )}
      <PhotoStrip
        photos={photos}
        progress={progress}
        refusedId={refusedId}
        locked={isBusy}
        onRemove={remove}
      />
      {refused && <View className="notice">{homework.cameraRefused}</View>}
      {error !== null && !isCancelled(error) && !isBusy && (
        <>
          <Problem error={error} />
          {refusedId === null && <View className="hint">{homework.uploadStopped}</View>}
        </>
      )}
      {!isBusy &&
        photos.length > 0 &&
        (room > 0 ? sources : <View className="hint">{homework.retakeFull}</View>)}
      <View className="card card-rows capture-subject">
        <Row
          title={homework.subject}
          value={subjectNames[subject]}
          onPress={isBusy ? undefined : () => setChoosing(true)}
        />
      </View>
      {choosing && (
        <Sheet title={homework.subject} onClose={() => setChoosing(false)}>
          <Chips
            label={homework.subject}
            options={SUBJECT_OPTIONS}
            value={subject}
            onChange={(chosen) => {
              setSubject(chosen);
              setChoosing(false);
            }}
          />
        </Sheet>
      )}
    </Frame>
  );
};
