import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { City } from '../../../e2e/test/support/city.js';
import { Visitor } from './visitor.js';

const FAILURES = join(dirname(fileURLToPath(import.meta.url)), '../../.test');
const WIDE = { width: 1280, height: 900 };
const PATIENCE = 40_000;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The people of one journey: each has a browser session of their own. */
export interface Cast {
  anybody(viewport?: { width: number; height: number }): Promise<Visitor>;
  /** Somebody who has signed in and has not opened a page yet. */
  as(username: string, viewport?: { width: number; height: number }): Promise<Visitor>;
}

type Journey = (title: string, walk: (cast: Cast) => Promise<void>) => void;

/**
 * One browser for a test file, and what defines the file's journeys. A journey fails also when any of its pages had
 * something to complain of that was not expected; a failed one leaves a picture of every page in `.test`.
 */
export function journeysIn(city: City): Journey {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = process.env['NQI_CHROMIUM'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  });
  afterAll(() => browser?.close());

  return (title, walk) =>
    it(title, async () => {
      const visitors: Visitor[] = [];
      const anybody = async (viewport = WIDE) => {
        const visitor = new Visitor(await (await openContext(browser, city, viewport)).newPage());
        visitors.push(visitor);
        return visitor;
      };
      const as = async (username: string, viewport = WIDE) => {
        const [refreshToken, visitor] = await Promise.all([refreshTokenOf(city, username), anybody(viewport)]);
        await visitor.page.context().addInitScript(keepSession, refreshToken);
        return visitor;
      };
      try {
        await walk({ anybody, as });
        expect(complaintsOf(visitors)).toEqual([]);
      } catch (failure) {
        await picture(title, visitors);
        throw withComplaints(failure, complaintsOf(visitors));
      } finally {
        await Promise.all(visitors.map((visitor) => visitor.page.context().close()));
      }
    });
}

/** Signing in through the page has journeys of its own; all others save themselves the way there. */
async function refreshTokenOf(city: City, username: string): Promise<string> {
  const { password } = city.account(username);
  const { status, body } = await city.anybody.post('/api/v1/auth/login', { username, password });
  if (status !== 200) throw new Error(`${username} cannot sign in: ${status} ${JSON.stringify(body)}`);
  return body.refreshToken as string;
}

/** Runs in the browser before each page: the token is given once, since pages exchange it for the next. */
function keepSession(refreshToken: string): void {
  if (!location.protocol.startsWith('http') || sessionStorage.getItem('test.signedIn')) return;
  sessionStorage.setItem('test.signedIn', 'yes');
  sessionStorage.setItem('nqi.refreshToken', refreshToken);
}

async function openContext(
  browser: Browser,
  city: City,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: city.stack.baseUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport,
  });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

const complaintsOf = (visitors: readonly Visitor[]) => visitors.flatMap((visitor) => visitor.complaints);

/** What the browsers said is often why a page never came to show what was waited for. */
function withComplaints(failure: unknown, complaints: readonly string[]): unknown {
  if (failure instanceof Error && complaints.length > 0) {
    failure.message = [failure.message, 'The browser said:', ...complaints].join('\n');
  }
  return failure;
}

async function picture(title: string, visitors: readonly Visitor[]): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const name = title.replace(/\W+/g, '-').slice(0, 80);
  for (const [index, { page }] of visitors.entries()) {
    const path = join(FAILURES, `${name}-${index + 1}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  }
}
