export * from './mistakes.module';
export * from './mistakes.service';
export * from './review.service';
export * from './student-day';
