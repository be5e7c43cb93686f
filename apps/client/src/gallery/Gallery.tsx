import { useRouter } from '@tarojs/taro';
import { useState, type ComponentType } from 'react';
import { Chips } from '../shared/ui/Chips';
import { ChartsSection } from './ChartsSection';
import { ControlsSection } from './ControlsSection';
import { gallery } from './gallery.zh';
import './gallery.scss';
import { LayersSection } from './LayersSection';
import { NumbersSection } from './NumbersSection';
import { PagesSection } from './PagesSection';
import { PhotoSection } from './PhotoSection';
import { RowsSection } from './RowsSection';
import { StatesSection } from './StatesSection';
import { TypeSection } from './TypeSection';
import { WaitingSection } from './WaitingSection';
import { WrittenSection } from './WrittenSection';

/** Another group of components: one line here, and its name among the sentences. */
const SECTIONS = {
  type: TypeSection,
  controls: ControlsSection,
  rows: RowsSection,
  states: StatesSection,
  waiting: WaitingSection,
  layers: LayersSection,
  photo: PhotoSection,
  charts: ChartsSection,
  written: WrittenSection,
  numbers: NumbersSection,
  pages: PagesSection,
} satisfies Record<keyof typeof gallery.sections, ComponentType>;

type Section = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as Section[];
const OPTIONS = NAMES.map((value) => ({ value, text: gallery.sections[value] }));

/** Every component in every state, a group at a time: `?section=states`. */
export const Gallery = () => {
  const { section } = useRouter().params;
  const [chosen, setChosen] = useState<Section>(NAMES.find((name) => name === section) ?? 'type');
  const Chosen = SECTIONS[chosen];
  return (
    <>
      <Chips label={gallery.choose} options={OPTIONS} value={chosen} onChange={setChosen} />
      <Chosen />
    </>
  );
};
