import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** The dialog that is open. */
export const dialogOf = ({ page }: Visitor): Locator => page.getByRole('dialog');

/** By its words alone: the sign that a button is busy takes a moment to leave, and its name with it. */
const buttonOf = (within: Locator, words: string): Locator =>
  within.locator('button').filter({ hasText: new RegExp(`^${words}$`) });

/** Confirms what the open dialog asks, and waits until it is closed. */
export async function confirm(visitor: Visitor, button: string): Promise<void> {
  const dialog = dialogOf(visitor);
  await buttonOf(dialog, button).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Presses a button of the page itself, not one of a dialog that bears the same words. */
export const pressOnPage = ({ page }: Visitor, name: string): Promise<void> =>
  buttonOf(page.locator('main'), name).click();
