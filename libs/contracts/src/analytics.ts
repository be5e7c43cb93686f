import { z } from 'zod';
import { HomeworkSummary } from './homework';

export const HomeView = z
  .strictObject({
    nickname: z.string(),
    today: z.strictObject({
      /** Mistakes in tonight's review. */
      due: z.int(),
      /** Estimated for them. */
      minutes: z.int(),
      reviewed: z.int(),
    }),
    lastHomework: HomeworkSummary.nullable(),
    /** The last 7 days of the student, today included. */
    week: z.strictObject({ homework: z.int(), judged: z.int(), correct: z.int(), reviews: z.int() }),
  })
  .meta({ id: 'HomeView' });
export type HomeView = z.infer<typeof HomeView>;
