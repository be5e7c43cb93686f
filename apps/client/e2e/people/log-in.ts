import type { Page } from 'playwright-core';

/**
 * Signs a browser in the way the log-in page does, and leaves on the device what that leaves. No page of the app is
 * opened, so nothing has been read yet. Throws when the server refuses. `page` stands on the server's origin afterwards.
 */
export async function logInAt(
  page: Page,
  address: string,
  person: { phone: string; password: string },
): Promise<void> {
  await page.goto(`${address}/icon-192.png`); // the origin, without the app
  await page.evaluate(async ({ phone, password }) => {
    const answer = await fetch('/api/v1/auth/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client-Type': 'h5' },
      body: JSON.stringify({ phone, password }),
    });
    if (!answer.ok) throw new Error(`log-in: ${answer.status}`);
    const { user } = (await answer.json()) as { user: object };
    localStorage.setItem('wuhao.signedIn', '1');
    localStorage.setItem('wuhao.account', JSON.stringify(user));
  }, person);
}
