import type { Page } from 'playwright-core';
import type { Account } from '../../../e2e/test/support/city.js';

/** How often a choice that was not taken is made again, and how long each of those tries may last. */
const PICKS_AGAIN = 2;
const PICK_MS = 5_000;

/** A person at a browser, and everything that went wrong in it. */
export class Visitor {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.heard.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.heard.push(String(error)));
  }

  /** Errors in the console, uncaught ones, and what the content security policy refused; without the expected. */
  get complaints(): readonly string[] {
    return this.heard.filter((complaint) => !this.expected.some((pattern) => pattern.test(complaint)));
  }

  /** The browser reports every refused call; a journey that provokes one says so. */
  expectComplaint(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Through the page, on the log-in page that the visitor was sent to or opens now. */
  async signIn({ username, password }: Pick<Account, 'username' | 'password'>): Promise<void> {
    if (!this.page.url().includes('/login')) await this.goto('/login');
    await this.enter('login.username', username);
    await this.enter('login.password', password);
    await this.page.locator('form').getByRole('button', { name: '登录', exact: true }).click();
    await this.page.getByRole('button', { name: /^账户：/ }).waitFor();
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).click();
  }

  /** The element of a form's field. */
  field(id: string) {
    return this.page.locator(`[id="${id}"]`);
  }

  async enter(id: string, text: string): Promise<void> {
    await this.field(id).fill(text);
  }

  /**
   * Picks an entry of a drop-down list and comes back when the list shows it as chosen. A dialog that is still opening
   * draws the focus to itself, which shuts the list before it took the choice: a person would then pick once more.
   */
  async choose(id: string, label: string): Promise<void> {
    for (let again = 0; again < PICKS_AGAIN; again += 1) {
      const taken = await this.pick(id, label, PICK_MS).catch(() => false);
      if (taken) return;
    }
    await this.pick(id, label);
  }

  /** Opens the list, narrows it down where it can be typed in, and waits until what was picked stands in it. */
  private async pick(id: string, label: string, timeout?: number): Promise<true> {
    const box = this.field(id);
    await box.click({ timeout });
    if (await box.isEditable({ timeout })) await box.fill(label, { timeout });
    const entry = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: label });
    await entry.first().click({ timeout });
    await this.page.waitForFunction(
      ([field, text]) => {
        const input = document.getElementById(field) as HTMLInputElement | null;
        const shown = input?.closest('.ant-select')?.textContent ?? '';
        return input?.value === '' && shown.toLowerCase().includes(text.toLowerCase());
      },
      [id, label] as const,
      { timeout },
    );
    return true;
  }

  /** What an assistive technology would find in the focus now. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.className ?? '');
  }
}
