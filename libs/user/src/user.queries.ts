import type { ChildView, ProfileView } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

export const findProfile = prepared<ProfileView, [string]>(
  'profile.find',
  `select a.id, a.role, p.nickname, p.school_year as "schoolYear", p.birth_month as "birthMonth",
          p.time_zone as "timeZone", p.review_minutes as "reviewMinutes"
     from profile p
     join account a on a.id = p.account_id
    where p.account_id = $1`,
);

/** A guardian has a handful of children: all of them, the first linked first. */
export const listChildren = prepared<ChildView, [string]>(
  'guardian_link.children',
  `select p.account_id as id, p.nickname, p.school_year as "schoolYear"
     from guardian_link l
     join profile p on p.account_id = l.student_id
    where l.guardian_id = $1
    order by l.created_at, l.student_id`,
);
