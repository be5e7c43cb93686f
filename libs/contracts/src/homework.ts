import { z } from 'zod';
import { Box, Instant, listOf, Picture, Uuid } from './common';
import { CAUSES, HOMEWORK_STATUSES, PAGE_PROBLEMS, SUBJECTS, VERDICTS } from './enums';

export const HomeworkCreate = z
  .strictObject({
    subject: z.enum(SUBJECTS),
    title: z.string().trim().min(1).max(60).optional(),
    fileIds: z
      .array(Uuid)
      .min(1)
      .max(9)
      .refine((ids) => new Set(ids).size === ids.length, 'a photo is sent once'),
  })
  .meta({ id: 'HomeworkCreate' });
export type HomeworkCreate = z.infer<typeof HomeworkCreate>;

export const HomeworkAccepted = z
  .strictObject({ id: Uuid, status: z.enum(HOMEWORK_STATUSES) })
  .meta({ id: 'HomeworkAccepted' });
export type HomeworkAccepted = z.infer<typeof HomeworkAccepted>;

/** judged = correct + wrong; suspect, unreadable and unanswered items count in `total` only. */
export const Score = z
  .strictObject({ judged: z.int(), total: z.int(), correct: z.int() })
  .meta({ id: 'Score' });
export type Score = z.infer<typeof Score>;

export const HomeworkSummary = z
  .strictObject({
    id: Uuid,
    subject: z.enum(SUBJECTS),
    title: z.string().nullable(),
    status: z.enum(HOMEWORK_STATUSES),
    score: Score,
    pageCount: z.int(),
    /** The first page. */
    picture: Picture,
    createdAt: Instant,
  })
  .meta({ id: 'HomeworkSummary' });
export type HomeworkSummary = z.infer<typeof HomeworkSummary>;

export const HomeworkList = listOf(HomeworkSummary, 'HomeworkList');
export type HomeworkList = z.infer<typeof HomeworkList>;

export const HomeworkPageView = z
  .strictObject({
    /** 1-based, in the order of the photos. */
    n: z.int(),
    status: z.enum(HOMEWORK_STATUSES),
    problem: z.enum(PAGE_PROBLEMS).nullable(),
    picture: Picture,
  })
  .meta({ id: 'HomeworkPageView' });
export type HomeworkPageView = z.infer<typeof HomeworkPageView>;

export const ItemView = z
  .strictObject({
    id: Uuid,
    page: z.int(),
    box: Box,
    /** What was read, question and answer. */
    text: z.string(),
    /** The question alone, with the blank as it stands on the page. */
    question: z.string(),
    verdict: z.enum(VERDICTS),
    studentAnswer: z.string().nullable(),
    /** Null for the student until it has tried again (订正); guardians see it. */
    expected: z.string().nullable(),
    /** 0-1. */
    confidence: z.number(),
    cause: z.enum(CAUSES).nullable(),
    /** 订正: how often it was tried, and whether a try was right. */
    correction: z.strictObject({ tries: z.int(), corrected: z.boolean() }),
    mistakeId: Uuid.nullable(),
  })
  .meta({ id: 'ItemView' });
export type ItemView = z.infer<typeof ItemView>;

export const HomeworkView = z
  .strictObject({
    id: Uuid,
    subject: z.enum(SUBJECTS),
    title: z.string().nullable(),
    status: z.enum(HOMEWORK_STATUSES),
    score: Score,
    pages: z.array(HomeworkPageView),
    items: z.array(ItemView),
    createdAt: Instant,
    gradedAt: Instant.nullable(),
  })
  .meta({ id: 'HomeworkView' });
export type HomeworkView = z.infer<typeof HomeworkView>;

/** 订正: what the child answers now, e.g. `42`, `3……2`, `<`. */
export const RedoBody = z.strictObject({ answer: z.string().trim().min(1).max(60) }).meta({ id: 'RedoBody' });
export type RedoBody = z.infer<typeof RedoBody>;

/** `unreadable` when the answer is no answer to this kind of item (it does not count as a try). */
export const RedoResult = z
  .strictObject({ verdict: z.enum(['correct', 'wrong', 'unreadable']), item: ItemView })
  .meta({ id: 'RedoResult' });
export type RedoResult = z.infer<typeof RedoResult>;

const ReadLine = z.string().trim().min(1).max(60);

/**
 * What a child, or its guardian, says of an item:
 * - `confirm`: it was read right; an unsure item is judged by what was read
 * - `edit`: what really stands on the paper; judged at once
 * - `appeal` (申诉): a wrong one is right; it is unsure until somebody has looked
 */
export const ItemPatch = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('confirm') }),
    z
      .strictObject({
        action: z.literal('edit'),
        question: ReadLine.optional(),
        studentAnswer: ReadLine.optional(),
      })
      .refine((edit) => edit.question !== undefined || edit.studentAnswer !== undefined, {
        message: 'a question or an answer',
        path: ['studentAnswer'],
      }),
    z.strictObject({ action: z.literal('appeal') }),
  ])
  .meta({ id: 'ItemPatch' });
export type ItemPatch = z.infer<typeof ItemPatch>;

/** `unreadable` when the reading is none that can be judged: then nothing has changed. */
export const ItemPatched = z
  .strictObject({
    verdict: z.enum(['correct', 'wrong', 'suspect', 'unreadable']),
    item: ItemView,
    /** Of the homework, with this item. */
    score: Score,
  })
  .meta({ id: 'ItemPatched' });
export type ItemPatched = z.infer<typeof ItemPatched>;

/** One message of `/homework/:id/events`: the state after something changed. `done` is the last one. */
export const HomeworkEvent = z
  .strictObject({
    type: z.enum(['progress', 'done']),
    status: z.enum(HOMEWORK_STATUSES),
    score: Score,
    pages: z.array(
      z.strictObject({
        n: z.int(),
        status: z.enum(HOMEWORK_STATUSES),
        problem: z.enum(PAGE_PROBLEMS).nullable(),
      }),
    ),
  })
  .meta({ id: 'HomeworkEvent' });
export type HomeworkEvent = z.infer<typeof HomeworkEvent>;
