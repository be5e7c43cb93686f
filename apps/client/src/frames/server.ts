// A file and a task of its own in the browser: config/frame-entries.js.
export { QueryClientProvider } from '@tanstack/react-query';
export { driveOutbox } from '../shared/outbox/outbox';
