import { SUBJECTS, type Subject } from '@wuhao/contracts/enums';
import { useState } from 'react';
import { subjectNames } from '../../../shared/subjects.zh';
import { Chips } from '../../../shared/ui/Chips';
import { Icon } from '../../../shared/ui/Icon';
import { Press, Text } from '../../../shared/ui/primitives';
import { Sheet } from '../../../shared/ui/Sheet';
import { capture } from '../capture.zh';

const OPTIONS = SUBJECTS.map((value) => ({ value, text: subjectNames[value] }));

interface Props {
  value: Subject;
  onChange: (subject: Subject) => void;
}

/** The subject in a word; a touch opens all of them. */
export const SubjectChoice = ({ value, onChange }: Props) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Press className="capture-subject" onPress={() => setOpen(true)}>
        <Text className="capture-subject-label">{capture.subject}</Text>
        <Text className="capture-subject-name">{subjectNames[value]}</Text>
        <Icon name="chevron" size="s" className="row-arrow" />
      </Press>
      {isOpen && (
        <Sheet title={capture.subject} onClose={() => setOpen(false)}>
          <Chips
            label={capture.subject}
            options={OPTIONS}
            value={value}
            onChange={(chosen) => {
              onChange(chosen);
              setOpen(false);
            }}
          />
        </Sheet>
      )}
    </>
  );
};
