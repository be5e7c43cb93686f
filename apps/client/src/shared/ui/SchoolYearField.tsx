import { SCHOOL_YEARS, schoolYearName } from '../school-years.zh';
import { ChipsField } from './ChipsField';

interface Props {
  label: string;
  value: number | null;
  onChange: (schoolYear: number) => void;
}

const OPTIONS = SCHOOL_YEARS.map((schoolYear) => ({
  value: String(schoolYear),
  text: schoolYearName(schoolYear),
}));

export const SchoolYearField = ({ label, value, onChange }: Props) => (
  <ChipsField
    label={label}
    options={OPTIONS}
    value={value === null ? '' : String(value)}
    onChange={(chosen) => onChange(Number(chosen))}
  />
);
