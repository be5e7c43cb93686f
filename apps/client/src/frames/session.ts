// A file and a task of its own in the browser, before all others: config/frame-entries.js. While they are still on their
// way, the session of the last visit is renewed.
import { session } from '../shared/session/session';

void session.hasten();
