import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** The dialog that is open. */
export const dialogOf = ({ page }: Visitor): Locator => page.getByRole('dialog');

/** Confirms what the open dialog asks, and waits until it is closed. */
export async function confirm(visitor: Visitor, button: string): Promise<void> {
  const dialog = dialogOf(visitor);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Presses a button of the page itself, not one of a dialog that bears the same words. */
export const pressOnPage = ({ page }: Visitor, name: string): Promise<void> =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
