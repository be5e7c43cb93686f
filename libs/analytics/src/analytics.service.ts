import { Injectable } from '@nestjs/common';
import type { HomeView, HomeworkSummary } from '@wuhao/contracts';
import { notFound, type ActingStudent } from '@wuhao/core';
import { PictureUrls } from '@wuhao/files';
import { ReviewService, startOf } from '@wuhao/mistakes';
import { DataSource } from 'typeorm';
import { readHome, type LastHomework } from './home.queries';

@Injectable()
export class AnalyticsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reviews: ReviewService,
    private readonly urls: PictureUrls,
  ) {}

  /** Tonight's review is the one that the review page would show now. */
  async home(student: ActingStudent): Promise<HomeView> {
    const { today, timeZone, due, minutes, reviewed } = await this.reviews.tonight(student.id);
    const [row] = await readHome(
      this.dataSource,
      student.id,
      startOf(today - 6, timeZone),
      startOf(today + 1, timeZone),
    );
    if (!row) throw notFound();
    const { nickname, homework, judged, correct, reviews } = row;
    return {
      nickname,
      today: { due, minutes, reviewed },
      lastHomework: row.lastId === null ? null : this.toSummary(student.id, row),
      week: { homework, judged, correct, reviews },
    };
  }

  private toSummary(studentId: string, row: LastHomework): HomeworkSummary {
    return {
      id: row.lastId,
      subject: row.subject,
      title: row.title,
      status: row.status,
      score: { judged: row.lastJudged, total: row.lastTotal, correct: row.lastCorrect },
      pageCount: row.pageCount,
      picture: this.urls.pictureOf({ studentId, fileId: row.fileId, width: row.width, height: row.height }),
      createdAt: row.createdAt,
    };
  }
}
