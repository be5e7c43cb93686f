import { z } from 'zod';
import { Box, Instant, listOf, PageQuery, Picture, Uuid } from './common';
import { CAUSES, MISTAKE_SOURCES, RATINGS, SUBJECTS } from './enums';

const KnowledgePoints = z
  .array(z.string().trim().min(1).max(20))
  .max(8)
  .refine((tags) => new Set(tags).size === tags.length, 'a knowledge point stands once');

export const MistakeView = z
  .strictObject({
    id: Uuid,
    source: z.enum(MISTAKE_SOURCES),
    subject: z.enum(SUBJECTS),
    /** The question as read or typed; null where there is only a photo. */
    question: z.string().nullable(),
    studentAnswer: z.string().nullable(),
    /** Null for the student until it has tried again (订正); guardians see it. */
    expected: z.string().nullable(),
    cause: z.enum(CAUSES).nullable(),
    knowledgePoints: z.array(z.string()),
    picture: Picture.nullable(),
    /** Where it lies on the picture. */
    box: Box.nullable(),
    homeworkId: Uuid.nullable(),
    itemId: Uuid.nullable(),
    dueAt: Instant,
    lastReviewedAt: Instant.nullable(),
    reviews: z.int(),
    lapses: z.int(),
    /** 0-1: the chance that it is still remembered 30 days after the last review. */
    mastery: z.number(),
    createdAt: Instant,
  })
  .meta({ id: 'MistakeView' });
export type MistakeView = z.infer<typeof MistakeView>;

export const MistakeList = listOf(MistakeView, 'MistakeList');
export type MistakeList = z.infer<typeof MistakeList>;

export const MistakeQuery = PageQuery.extend({
  subject: z.enum(SUBJECTS).optional(),
  knowledgePoint: z.string().trim().min(1).max(20).optional(),
});
export type MistakeQuery = z.infer<typeof MistakeQuery>;

/** By hand: a photo, a typed question, or both. */
export const MistakeCreate = z
  .strictObject({
    subject: z.enum(SUBJECTS),
    fileId: Uuid.optional(),
    question: z.string().trim().min(1).max(500).optional(),
    studentAnswer: z.string().trim().min(1).max(200).optional(),
    cause: z.enum(CAUSES).optional(),
    knowledgePoints: KnowledgePoints.default([]),
  })
  .refine((m) => m.fileId !== undefined || m.question !== undefined, {
    message: 'a photo or a question',
    path: ['question'],
  })
  .meta({ id: 'MistakeCreate' });
export type MistakeCreate = z.infer<typeof MistakeCreate>;

export const ReviewCard = z
  .strictObject({
    ...MistakeView.omit({ expected: true }).shape,
    /** When it would come back after each rating. */
    nextDue: z.strictObject({ again: Instant, hard: Instant, good: Instant, easy: Instant }),
  })
  .meta({ id: 'ReviewCard' });
export type ReviewCard = z.infer<typeof ReviewCard>;

export const TodayReview = z
  .strictObject({
    items: z.array(ReviewCard),
    /** All that is due today; `items` holds as many of them as fit the minutes of the day. */
    total: z.int(),
    /** Estimated for `items`. */
    minutes: z.int(),
  })
  .meta({ id: 'TodayReview' });
export type TodayReview = z.infer<typeof TodayReview>;

/** `id` is a client-made UUIDv7; the same id is one review, however often it is sent. */
export const ReviewBody = z
  .strictObject({
    id: z.uuidv7(),
    rating: z.enum(RATINGS),
    /** May lie in the past (offline). Counted as not after now and not before the last review. */
    reviewedAt: Instant,
    studentAnswer: z.string().trim().max(200).optional(),
    timeSpentMs: z
      .int()
      .min(0)
      .max(24 * 3600 * 1000)
      .optional(),
  })
  .meta({ id: 'ReviewBody' });
export type ReviewBody = z.infer<typeof ReviewBody>;

export const ReviewResult = z
  .strictObject({ dueAt: Instant, mastery: z.number() })
  .meta({ id: 'ReviewResult' });
export type ReviewResult = z.infer<typeof ReviewResult>;

export const MistakeStatistics = z
  .strictObject({
    total: z.int(),
    /** Due before the student's day ends. */
    due: z.int(),
    reviewedToday: z.int(),
    /** With a mastery of at least 0.8. */
    mastered: z.int(),
    byKnowledgePoint: z.array(
      z.strictObject({
        knowledgePoint: z.string(),
        mistakes: z.int(),
        /** Mean of its mistakes. */ mastery: z.number(),
      }),
    ),
  })
  .meta({ id: 'MistakeStatistics' });
export type MistakeStatistics = z.infer<typeof MistakeStatistics>;
