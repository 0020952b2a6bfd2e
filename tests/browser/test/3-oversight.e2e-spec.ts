import { eventually } from '@nqi/test-kit/client';
import type { Page } from 'playwright-core';
import { City } from '../../e2e/test/support/city.js';
import { file } from '../../e2e/test/support/work.js';
import { ENTERPRISE, VERIFICATION } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

const SOON = 60_000;

describe('the administrator', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('sees the figures move with each filing, as the service counts them', async (cast) => {
    const administrator = await cast.as('administrator');
    await administrator.goto('/overview');
    await administrator.heading('运行总览');
    const { page } = administrator;
    const before = await figure(page, '提交');

    await file(await city.as(ENTERPRISE), VERIFICATION);

    await eventually(async () => {
      const now = await counted(page);
      await page.reload();
      expect({ filed: await figure(page, '提交'), open: await figure(page, '在办') }).toEqual({
        filed: now.filed,
        open: now.open,
      });
      expect(now.filed).toBeGreaterThan(before);
    }, SOON);
  });

  journey('is told what a figure counts', async (cast) => {
    const administrator = await cast.as('administrator');

    await administrator.goto('/overview');
    await administrator.page.getByRole('button', { name: '按时办结率的口径' }).click();

    await administrator.sees('按时办结数 ÷（已办结数 + 超时在办数）');
  });

  journey('finds no event that a service could not handle', async (cast) => {
    const administrator = await cast.as('administrator');

    await administrator.goto('/dead-letters');

    await administrator.heading('异常事件');
    await administrator.sees('没有待处理的异常事件');
    expect(await administrator.page.getByText('以下服务暂时读不到').count()).toBe(0);
  });

  journey('is kept apart from the audit trail, where an auditor finds who signed in', async (cast) => {
    const administrator = await cast.as('administrator');
    administrator.expectComplaint(/not for this role/);
    await administrator.goto('/audit');
    await administrator.sees('需要审计员账户');

    const auditor = await cast.as('auditor');
    await auditor.goto('/audit?username=administrator&action=session.');
    const row = auditor.page.getByRole('row').filter({ hasText: '登录' }).first();
    await row.getByText('administrator', { exact: true }).waitFor();
    expect(await auditor.page.getByRole('row').filter({ hasText: 'auditor' }).count()).toBe(0);
    await auditor.page.getByLabel('操作人').fill('auditor');
    await auditor.page.getByLabel('动作（可只填开头）').fill('audit.');
    await auditor.page
      .getByRole('row')
      .filter({ hasText: '查看审计记录' })
      .first()
      .getByText('查看', { exact: true })
      .click();
    await auditor.page.getByText('HUB-370400').filter({ visible: true }).first().waitFor();
  });

  /** The service's own counts for the period that the page shows. */
  async function counted(page: Page): Promise<{ filed: number; open: number }> {
    const [from, to] = await Promise.all(['period-from', 'period-to'].map((id) => page.locator(`#${id}`).inputValue()));
    const { body } = await (await city.as('administrator')).get(`/api/v1/insight/overview?from=${from}&to=${to}`);
    return body.totals;
  }
});

async function figure(page: Page, name: string): Promise<number> {
  const card = page
    .locator('.figure')
    .filter({ has: page.getByRole('button', { name: `${name}的口径`, exact: true }) });
  return Number((await card.locator('strong').innerText()).replaceAll(',', ''));
}
