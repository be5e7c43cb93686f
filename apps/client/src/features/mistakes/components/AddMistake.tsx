import { CAUSES, SUBJECTS, type Cause, type Subject } from '@wuhao/contracts/enums';
import { useState } from 'react';
import { pictures } from '../../../shared/platform/pictures';
import type { PhotoSource } from '../../../shared/platform/pictures.types';
import type { LocalPhoto } from '../../../shared/platform/transport.types';
import { replace, routes } from '../../../shared/routes';
import { subjectNames } from '../../../shared/subjects.zh';
import { titles } from '../../../shared/titles.zh';
import { Button } from '../../../shared/ui/Button';
import { ChipsField } from '../../../shared/ui/ChipsField';
import { Field } from '../../../shared/ui/Field';
import { Frame } from '../../../shared/ui/Frame';
import { Photo, Text, TextBox, View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { splitPoints } from '../knowledge-points';
import { causeNames, mistakes } from '../mistakes.zh';
import '../mistakes.scss';
import { useAddMistake } from '../queries';

const SUBJECT_OPTIONS = SUBJECTS.map((value) => ({ value, text: subjectNames[value] }));
const CAUSE_OPTIONS = CAUSES.map((value) => ({ value, text: causeNames[value] }));

export const AddMistake = () => {
  const [photo, setPhoto] = useState<LocalPhoto | null>(null);
  const [question, setQuestion] = useState('');
  const [studentAnswer, setStudentAnswer] = useState('');
  const [points, setPoints] = useState('');
  const [subject, setSubject] = useState<Subject>('math');
  const [cause, setCause] = useState<Cause | ''>('');
  const [notice, setNotice] = useState<string | null>(null);
  const adding = useAddMistake((id) => replace(routes.mistake({ id })));

  const choose = async (source: PhotoSource) => {
    setNotice(null);
    try {
      const [chosen] = await pictures.choose(source, 1);
      if (chosen) setPhoto(chosen);
    } catch {
      setNotice(mistakes.photosRefused);
    }
  };
  const save = () => {
    setNotice(null);
    if (!photo && !question.trim()) return setNotice(mistakes.needQuestion);
    adding.run({
      photo,
      mistake: {
        subject,
        question: question.trim() || undefined,
        studentAnswer: studentAnswer.trim() || undefined,
        cause: cause || undefined,
        knowledgePoints: splitPoints(points),
      },
    });
  };
  const footer = (
    <Button busy={adding.isBusy} onPress={save}>
      {mistakes.save}
    </Button>
  );
  return (
    <Frame title={titles.addMistake} footer={footer}>
      {photo ? (
        <View className="add-photo">
          <Photo className="add-photo-picture" src={photo.url} label={mistakes.photo} />
          <Button kind="text" onPress={() => setPhoto(null)}>
            {mistakes.removePhoto}
          </Button>
        </View>
      ) : (
        <View className="field">
          <View className="add-sources">
            <Button kind="quiet" icon="camera" onPress={() => void choose('camera')}>
              {mistakes.addPhoto}
            </Button>
            <Button kind="quiet" icon="picture" onPress={() => void choose('album')}>
              {mistakes.addPhotoAlbum}
            </Button>
          </View>
          <View className="field-note">{mistakes.addPhotoHint}</View>
        </View>
      )}
      <View className="field">
        <Text className="field-label">{mistakes.questionField}</Text>
        <TextBox label={mistakes.questionField} value={question} onInput={setQuestion} maxLength={500} />
      </View>
      <Field
        label={mistakes.answerField}
        value={studentAnswer}
        onInput={setStudentAnswer}
        maxLength={200}
        autoComplete="off"
      />
      <ChipsField label={mistakes.subject} options={SUBJECT_OPTIONS} value={subject} onChange={setSubject} />
      <ChipsField
        label={mistakes.causeField}
        options={CAUSE_OPTIONS}
        value={cause}
        onChange={(chosen: Cause | '') => setCause(chosen === cause ? '' : chosen)}
      />
      <Field
        label={mistakes.pointsField}
        value={points}
        onInput={setPoints}
        hint={mistakes.pointsHint}
        autoComplete="off"
      />
      {notice && (
        <View className="notice" role="alert">
          {notice}
        </View>
      )}
      <Problem error={adding.error} />
    </Frame>
  );
};
