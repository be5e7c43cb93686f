import { Controller, Get } from '@nestjs/common';
import { HomeView } from '@wuhao/contracts';
import { Access, Returns, Student, type ActingStudent } from '@wuhao/core';
import { AnalyticsService } from './analytics.service';

@Controller('analytics')
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get('home')
  @Access('analytics.read')
  @Returns(HomeView)
  home(@Student() student: ActingStudent): Promise<HomeView> {
    return this.analytics.home(student);
  }
}
