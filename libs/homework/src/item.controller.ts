import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ItemPatch, ItemPatched, RedoBody, RedoResult, Uuid } from '@wuhao/contracts';
import { Access, IdempotencyKey, Idempotent, Returns, Student, type ActingStudent } from '@wuhao/core';
import { ItemService } from './item.service';

@Controller('homework/:id/items/:itemId')
export class ItemController {
  constructor(private readonly items: ItemService) {}

  @Patch()
  @Access('homework.write')
  @Idempotent()
  @Returns(ItemPatched)
  patch(
    @Student() student: ActingStudent,
    @IdempotencyKey() key: string,
    @Param('id', { schema: Uuid }) id: string,
    @Param('itemId', { schema: Uuid }) itemId: string,
    @Body({ schema: ItemPatch }) body: ItemPatch,
  ): Promise<ItemPatched> {
    return this.items.patch(student, key, id, itemId, body);
  }

  @Post('redo')
  @Access('homework.write')
  @Idempotent()
  @Returns(RedoResult)
  redo(
    @Student() student: ActingStudent,
    @IdempotencyKey() key: string,
    @Param('id', { schema: Uuid }) id: string,
    @Param('itemId', { schema: Uuid }) itemId: string,
    @Body({ schema: RedoBody }) body: RedoBody,
  ): Promise<RedoResult> {
    return this.items.redo(student, key, id, itemId, body);
  }
}
