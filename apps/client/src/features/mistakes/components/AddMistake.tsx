import { CAUSES, SUBJECTS, type Cause, type Subject } from '@wuhao/contracts/enums';
import { useState } from 'react';
import { usePhotoSource } from '../../../shared/photo/use-photo-source';
import type { PhotoSource } from '../../../shared/platform/pictures.types';
import { replace, routes } from '../../../shared/routes';
import { useTyped } from '../../../shared/session/use-typed';
import { subjectNames } from '../../../shared/subjects.zh';
import { titles } from '../../../shared/titles.zh';
import { AwaitedPhoto } from '../../../shared/ui/AwaitedPhoto';
import { Button } from '../../../shared/ui/Button';
import { ChipsField } from '../../../shared/ui/ChipsField';
import { BoxField, Field } from '../../../shared/ui/Field';
import { Frame } from '../../../shared/ui/Frame';
import { PhotoCanvas } from '../../../shared/ui/PhotoCanvas';
import { View } from '../../../shared/ui/primitives';
import { Problem } from '../../../shared/ui/states';
import { splitPoints } from '../knowledge-points';
import { causeNames, mistakes } from '../mistakes.zh';
import '../mistakes.scss';
import { useAddMistake } from '../queries';
import { useQuestionPhoto } from '../use-question-photo';

const SUBJECT_OPTIONS = SUBJECTS.map((value) => ({ value, text: subjectNames[value] }));
const CAUSE_OPTIONS = CAUSES.map((value) => ({ value, text: causeNames[value] }));

/** Id of what is said of it. */
const LACKS = 'lacks-question';

export const AddMistake = () => {
  const { photo, small, take, remove } = useQuestionPhoto();
  const [question, setQuestion] = useTyped('mistake.question', '');
  const [studentAnswer, setStudentAnswer] = useTyped('mistake.answer', '');
  const [points, setPoints] = useTyped('mistake.points', '');
  const [subject, setSubject] = useTyped<Subject>('mistake.subject', 'math');
  const [cause, setCause] = useTyped<Cause | ''>('mistake.cause', '');
  const [lacksQuestion, setLacksQuestion] = useState(false);
  const { choose, sheet } = usePhotoSource();
  const adding = useAddMistake((id) => replace(routes.mistake({ id })));

  /** What was wrong may be mended now. */
  const change =
    <T,>(put: (value: T) => void) =>
    (value: T) => {
      setLacksQuestion(false);
      adding.forgetError();
      put(value);
    };
  const add = (source: PhotoSource) => choose(source, 1, ([chosen]) => chosen && change(take)(chosen));
  const save = () => {
    const isEmpty = !photo && !question.trim();
    setLacksQuestion(isEmpty);
    if (isEmpty) return;
    adding.run({
      photo: small,
      mistake: {
        subject,
        question: question.trim() || undefined,
        studentAnswer: studentAnswer.trim() || undefined,
        cause: cause || undefined,
        knowledgePoints: splitPoints(points),
      },
    });
  };
  // What keeps it from being saved is said where the thumb is, however far the form is scrolled.
  const footer = (
    <>
      {lacksQuestion && (
        <View id={LACKS} className="notice" role="alert">
          {mistakes.needQuestion}
        </View>
      )}
      <Problem error={adding.error} />
      <Button busy={adding.isBusy} onPress={save}>
        {mistakes.save}
      </Button>
    </>
  );
  return (
    <Frame title={titles.addMistake} footer={footer}>
      {photo ? (
        <View className="add-photo">
          <View className="add-photo-box">
            <AwaitedPhoto
              className="add-photo-picture"
              src={photo.url}
              label={mistakes.photo}
              fit="contain"
            />
          </View>
          <Button kind="text" onPress={() => change(remove)(undefined)}>
            {mistakes.removePhoto}
          </Button>
        </View>
      ) : (
        <View className="field">
          <View className="add-sources">
            <Button kind="quiet" icon="camera" onPress={() => add('camera')}>
              {mistakes.addPhoto}
            </Button>
            <Button kind="quiet" icon="picture" onPress={() => add('album')}>
              {mistakes.addPhotoAlbum}
            </Button>
          </View>
          <View className="field-note">{mistakes.addPhotoHint}</View>
        </View>
      )}
      <BoxField
        label={mistakes.questionField}
        value={question}
        onInput={change(setQuestion)}
        maxLength={500}
        describedBy={lacksQuestion ? LACKS : undefined}
        invalid={lacksQuestion}
      />
      <Field
        label={mistakes.answerField}
        value={studentAnswer}
        onInput={change(setStudentAnswer)}
        maxLength={200}
        autoComplete="off"
      />
      <ChipsField
        label={mistakes.subject}
        options={SUBJECT_OPTIONS}
        value={subject}
        onChange={change(setSubject)}
      />
      <ChipsField
        label={mistakes.causeField}
        options={CAUSE_OPTIONS}
        value={cause}
        onChange={change((chosen: Cause | '') => setCause(chosen === cause ? '' : chosen))}
      />
      <Field
        label={mistakes.pointsField}
        value={points}
        onInput={change(setPoints)}
        hint={mistakes.pointsHint}
        autoComplete="off"
      />
      {sheet}
      <PhotoCanvas />
    </Frame>
  );
};
