import type { HomeworkEvent, HomeworkView } from '@wuhao/contracts';

/** The homework after an event: states and score change at once, items come with the next read. */
export const applyEvent = (view: HomeworkView, event: HomeworkEvent): HomeworkView => ({
  ...view,
  // Items are read after `done`; until then the homework stays under way on the screen.
  status: event.type === 'done' ? view.status : event.status,
  score: event.score,
  pages: view.pages.map((page) => ({ ...page, ...event.pages.find(({ n }) => n === page.n) })),
});
