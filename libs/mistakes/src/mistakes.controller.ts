import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  MistakeCreate,
  MistakeList,
  MistakeQuery,
  MistakeStatistics,
  MistakeView,
  ReviewBody,
  ReviewResult,
  TodayReview,
  Uuid,
} from '@wuhao/contracts';
import {
  Access,
  Idempotent,
  IdempotencyKey,
  invalid,
  Returns,
  ReturnsNothing,
  Student,
  type ActingStudent,
} from '@wuhao/core';
import { MistakesService } from './mistakes.service';
import { ReviewService } from './review.service';

@Controller('mistakes')
export class MistakesController {
  constructor(
    private readonly mistakes: MistakesService,
    private readonly reviews: ReviewService,
  ) {}

  @Get()
  @Access('mistakes.read')
  @Returns(MistakeList)
  list(
    @Student() student: ActingStudent,
    @Query({ schema: MistakeQuery }) query: MistakeQuery,
  ): Promise<MistakeList> {
    return this.mistakes.list(student, query);
  }

  @Post()
  @Access('mistakes.write')
  @Idempotent()
  @Returns(MistakeView, 201)
  add(
    @Student() student: ActingStudent,
    @IdempotencyKey() key: string,
    @Body({ schema: MistakeCreate }) body: MistakeCreate,
  ): Promise<MistakeView> {
    return this.mistakes.add(student, key, body);
  }

  // Before `:id`, which would take these words for ids.
  @Get('today-review')
  @Access('mistakes.read')
  @Returns(TodayReview)
  todayReview(@Student() student: ActingStudent): Promise<TodayReview> {
    return this.reviews.todayReview(student);
  }

  @Get('statistics')
  @Access('mistakes.read')
  @Returns(MistakeStatistics)
  statistics(@Student() student: ActingStudent): Promise<MistakeStatistics> {
    return this.mistakes.statistics(student);
  }

  @Get(':id')
  @Access('mistakes.read')
  @Returns(MistakeView)
  get(@Student() student: ActingStudent, @Param('id', { schema: Uuid }) id: string): Promise<MistakeView> {
    return this.mistakes.get(student, id);
  }

  @Delete(':id')
  @Access('mistakes.write')
  @ReturnsNothing()
  delete(@Student() student: ActingStudent, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.mistakes.delete(student, id);
  }

  /** The id of the review is its key: a header that says otherwise is refused. */
  @Post(':id/review')
  @Access('mistakes.write')
  @Idempotent()
  @Returns(ReviewResult)
  review(
    @Student() student: ActingStudent,
    @IdempotencyKey() key: string,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ReviewBody }) body: ReviewBody,
  ): Promise<ReviewResult> {
    if (key !== body.id.toLowerCase()) throw invalid('Idempotency-Key', 'must be the id of the review');
    return this.reviews.review(student, id, body);
  }
}
