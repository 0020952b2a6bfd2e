import type { Page } from 'playwright-core';
import type { Account } from '../../../e2e/test/support/city.js';

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

  async signIn({ username, password }: Pick<Account, 'username' | 'password'>): Promise<void> {
    await this.goto('/login');
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

  /** Picks an entry of a drop-down list, which opens on a click and narrows down as one types. */
  async choose(id: string, label: string): Promise<void> {
    const box = this.field(id);
    await box.click();
    if (await box.isEditable()) await box.fill(label);
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: label }).first().click();
  }

  /** What an assistive technology would find in the focus now. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.className ?? '');
  }
}
