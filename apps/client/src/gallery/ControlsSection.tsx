import { useState } from 'react';
import { Button } from '../shared/ui/Button';
import { ChipsField } from '../shared/ui/ChipsField';
import { Field } from '../shared/ui/Field';
import { TextBox, View } from '../shared/ui/primitives';
import { SchoolYearField } from '../shared/ui/SchoolYearField';
import { TabBar } from '../shared/ui/TabBar';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const OPTIONS = gallery.options.map((text) => ({ value: text as string, text }));
const nothing = () => undefined;

export const ControlsSection = () => {
  const [name, setName] = useState<string>(gallery.fieldValue);
  const [phone, setPhone] = useState('123');
  const [password, setPassword] = useState('paper-1');
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState(OPTIONS[0]!.value);
  return (
    <>
      <Sample name={gallery.buttons}>
        <Button onPress={nothing}>{gallery.filled}</Button>
        <Button icon="camera" onPress={nothing}>
          {gallery.withIcon}
        </Button>
        <Button busy onPress={nothing}>
          {gallery.filled}
        </Button>
        <Button disabled onPress={nothing}>
          {gallery.filled}
        </Button>
        <Button kind="quiet" onPress={nothing}>
          {gallery.quiet}
        </Button>
        <Button kind="quiet" icon="picture" disabled onPress={nothing}>
          {gallery.quiet}
        </Button>
        <Button kind="text" onPress={nothing}>
          {gallery.text}
        </Button>
        <Button kind="quiet" onPress={nothing}>
          {gallery.long}
        </Button>
      </Sample>
      <Sample name={gallery.fields}>
        <Field label={gallery.field} value={name} onInput={setName} hint={gallery.fieldHint} />
        <Field
          label={gallery.phone}
          kind="phone"
          value={phone}
          onInput={setPhone}
          problem={gallery.fieldProblem}
        />
        <Field label={gallery.password} kind="password" value={password} onInput={setPassword} />
        <View className="field">
          <TextBox
            label={gallery.box}
            placeholder={gallery.placeholder}
            value={question}
            onInput={setQuestion}
          />
        </View>
        <ChipsField label={gallery.chips} options={OPTIONS} value={chosen} onChange={setChosen} />
        <ChipsField label={gallery.noChip} options={OPTIONS} value="" onChange={nothing} />
        <SchoolYearField label={gallery.pages.profile} value={3} onChange={nothing} />
      </Sample>
      {process.env.TARO_ENV === 'h5' && (
        <Sample name={gallery.tabs}>
          <View className="sample-bar">
            <TabBar current="mistakes" />
          </View>
        </Sample>
      )}
    </>
  );
};
