export * from './grading.module';
export * from './homework.module';
