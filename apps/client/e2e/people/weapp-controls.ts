import type { Frame } from 'playwright-core';

const TARGET_PX = 44;
const SLACK_PX = 0.5;

/**
 * Controls of a mini-program's page that have no name for a screen reader, or are smaller than a finger.
 * WeChat draws no accessibility tree that could be asked; what its TalkBack and VoiceOver read are text and aria-label.
 */
export const faultsOfControls = (frame: Frame): Promise<string[]> =>
  frame.evaluate(
    ([least, slack]) => {
      const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const labelOf = (element: Element) => element.getAttribute('aria-label')?.trim() ?? '';
      const presses = [...document.querySelectorAll<HTMLElement>('.press')].filter(seen);
      const fields = [...document.querySelectorAll<HTMLElement>('wx-input, wx-textarea')].filter(seen);
      const nameless = [
        ...presses.filter((one) => labelOf(one) === '' && one.innerText.trim() === ''),
        ...fields.filter((one) => labelOf(one) === ''),
      ].map(({ className }) => `no name for a screen reader: ${className}`);
      // WeChat reads them out of its own attributes; the harness hands a role on to the browser as WeChat does.
      const offInLookOnly = presses
        .filter((one) => one.classList.contains('is-off') !== (one.getAttribute('aria-disabled') === 'true'))
        .filter((one) => one.getAttribute('aria-busy') !== 'true')
        .map(
          ({ className }) => `looks switched off and does not say so, or the other way round: ${className}`,
        );
      const ROLES: Record<string, string> = {
        '.heading': 'heading',
        '.progress-bar': 'progressbar',
        '.problem': 'alert',
        '.skeleton': 'status',
        '.lost-banner': 'status',
        '.chips': 'group',
        '.pane': 'region',
        '.sheet': 'dialog',
      };
      const silent = Object.entries(ROLES).flatMap(([selector, role]) =>
        [...document.querySelectorAll(selector)]
          .filter((one) => seen(one) && one.getAttribute('role') !== role)
          .map(({ className }) => `not said to be a ${role}: ${className}`),
      );
      const unnamed = [...document.querySelectorAll('.progress-bar, .chips, .pane, .sheet')]
        .filter((one) => seen(one) && labelOf(one) === '')
        .map(({ className }) => `no name for a screen reader: ${className}`);
      const heardSigns = [...document.querySelectorAll('.icon')]
        .filter((one) => seen(one) && one.getAttribute('aria-hidden') !== 'true')
        .map(({ className }) => `a sign without words that is not hidden from a screen reader: ${className}`);
      const unsaid = presses
        .filter((one) => one.matches('.chip.is-current') && one.getAttribute('aria-pressed') !== 'true')
        .map(({ className }) => `chosen and does not say so: ${className}`);
      const roleless = presses
        .filter((one) => one.getAttribute('role') !== 'button')
        .map(({ className }) => `not said to be a button: ${className}`);
      // Marks on a photo are as large as the child's writing; the list below has a row for each.
      const small = [...presses.filter((one) => !one.classList.contains('mark')), ...fields].flatMap(
        (one) => {
          const { width, height } = one.getBoundingClientRect();
          const isSmall = width > 0 && (width < least - slack || height < least - slack);
          return isSmall ? [`${one.className}: ${Math.round(width)} × ${Math.round(height)} px`] : [];
        },
      );
      return [
        ...nameless,
        ...unnamed,
        ...silent,
        ...offInLookOnly,
        ...heardSigns,
        ...unsaid,
        ...roleless,
        ...small,
      ];
    },
    [TARGET_PX, SLACK_PX] as const,
  );
