import { OverviewBones } from '../features/home/components/OverviewBones';
import '../features/home/home.scss';
import { MistakeBones } from '../features/mistakes/components/MistakeBook';
import '../features/mistakes/mistakes.scss';
import { ReviewBones } from '../features/review/components/ReviewBones';
import '../features/review/review.scss';
import { BoneChipsField, BoneRows } from '../shared/ui/bones';
import { Skeleton } from '../shared/ui/states';
import { gallery } from './gallery.zh';
import { Sample } from './Sample';

const pages = gallery.pages;

/** What stands on a page until its content comes. */
export const PagesSection = () => (
  <>
    <Sample name={pages.home}>
      <Skeleton>
        <OverviewBones />
      </Skeleton>
    </Sample>
    <Sample name={pages.children}>
      <Skeleton>
        <BoneRows count={2} lead="sign" lines={3} />
      </Skeleton>
    </Sample>
    <Sample name={pages.mistakes}>
      <Skeleton>
        <MistakeBones />
      </Skeleton>
    </Sample>
    <Sample name={pages.review}>
      <Skeleton>
        <ReviewBones />
      </Skeleton>
    </Sample>
    <Sample name={pages.profile}>
      <Skeleton>
        <BoneChipsField count={12} />
      </Skeleton>
    </Sample>
  </>
);
