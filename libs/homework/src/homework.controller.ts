import { Body, Controller, Delete, Get, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import {
  HomeworkAccepted,
  HomeworkCreate,
  HomeworkEvent,
  HomeworkList,
  HomeworkView,
  PageQuery,
  Uuid,
} from '@wuhao/contracts';
import {
  Access,
  IdempotencyKey,
  Idempotent,
  Returns,
  ReturnsNothing,
  Student,
  wire,
  type ActingStudent,
} from '@wuhao/core';
import type { Observable } from 'rxjs';
import { HomeworkEvents } from './homework.events';
import { HomeworkService } from './homework.service';

@Controller('homework')
export class HomeworkController {
  constructor(
    private readonly homework: HomeworkService,
    private readonly events: HomeworkEvents,
  ) {}

  @Post()
  @Access('homework.write')
  @Idempotent()
  @Returns(HomeworkAccepted, 202)
  submit(
    @Student() student: ActingStudent,
    @IdempotencyKey() key: string,
    @Body({ schema: HomeworkCreate }) body: HomeworkCreate,
  ): Promise<HomeworkAccepted> {
    return this.homework.submit(student, key, body);
  }

  @Get()
  @Access('homework.read')
  @Returns(HomeworkList)
  list(
    @Student() student: ActingStudent,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<HomeworkList> {
    return this.homework.list(student, query);
  }

  @Get(':id')
  @Access('homework.read')
  @Returns(HomeworkView)
  get(@Student() student: ActingStudent, @Param('id', { schema: Uuid }) id: string): Promise<HomeworkView> {
    return this.homework.get(student, id);
  }

  @Sse(':id/events')
  @Access('homework.read')
  @ApiResponse({ status: 200, content: { 'text/event-stream': { schema: wire(HomeworkEvent) as never } } })
  watch(
    @Student() student: ActingStudent,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<Observable<MessageEvent>> {
    return this.events.watch(student, id);
  }

  @Delete(':id')
  @Access('homework.write')
  @ReturnsNothing()
  delete(@Student() student: ActingStudent, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.homework.delete(student, id);
  }
}
