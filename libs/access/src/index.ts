export * from './access.guard';
export * from './access.module';
export * from './access.service';
