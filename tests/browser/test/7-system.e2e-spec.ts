import { City } from '../../e2e/test/support/city.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { STATION } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

/** Distinct on every run, so that the file can run again on the same system. */
const RUN = Date.now().toString(36);

describe('the rooms of the service system', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('let an administrator change an office, and keep who did it and why', async (cast) => {
    const administrator = await cast.as('administrator');
    const { page } = administrator;
    const capacity = 1_000 + (Date.now() % 9_000);
    await administrator.goto('/network');
    await page.getByRole('navigation', { name: '服务节点' }).getByRole('link', { name: '滕州市质量工作站' }).click();
    await page.getByRole('heading', { level: 2, name: '滕州市质量工作站' }).waitFor();
    expect(page.url()).toContain('node=WS-370481');

    await pressOnPage(administrator, '编辑');
    await administrator.enter('node.capacity', String(capacity));
    await administrator.enter('node.reason', `增员 ${RUN}`);
    await confirm(administrator, '保存');

    await administrator.sees(String(capacity));
    await administrator.sees(new RegExp(`administrator · 增员 ${RUN}`));
  });

  journey('keep the risk class of the authority apart from the grade of the platform', async (cast) => {
    const administrator = await cast.as('administrator');
    const { page } = administrator;
    await administrator.goto('/institutions');
    await page.getByRole('searchbox', { name: '名称或编号' }).fill('ORG005');
    await page.waitForURL(/query=ORG005/);
    await page.getByRole('link', { name: /枣庄市计量测试所/ }).click();

    await pressOnPage(administrator, '编辑');
    await administrator.choose('institution.serviceGrade', 'A');
    await confirm(administrator, '保存');

    const judgements = page.locator('.judgements');
    await judgements.getByText('A 级').waitFor();
    expect(await judgements.getByText('A 类').count()).toBe(0);
  });

  journey('show a clerk the network without a way to change it', async (cast) => {
    const clerk = await cast.as(`clerk-${STATION}`);

    await clerk.goto('/network');

    await clerk.sees(STATION);
    expect(await clerk.page.getByRole('button', { name: '编辑', exact: true }).count()).toBe(0);
    expect(await clerk.page.getByRole('heading', { name: '变更记录' }).count()).toBe(0);
  });

  journey('draft, compare and propose rules by one person; another has to decide', async (cast) => {
    const version = `test-${RUN}`;
    const administrator = await cast.as('administrator');
    const { page } = administrator;
    await administrator.goto('/rules');
    await pressOnPage(administrator, '新建草案');
    await administrator.enter('draft.version', version);
    await confirm(administrator, '创建草案');
    await page.getByRole('heading', { level: 2, name: version, exact: true }).waitFor();

    await setWeight('level', '0.20');
    await administrator.sees('合计 0.92，须为 1。');
    await setWeight('load', '0.22');
    await administrator.sees('合计 1.00，符合要求。');
    await pressOnPage(administrator, '保存草案');
    await page.getByRole('rowheader', { name: '评分权重 › 层级就近' }).waitFor();

    await pressOnPage(administrator, '提请审批');
    await administrator.enter('policy.effectiveFrom', '2099-01-01T09:00');
    await confirm(administrator, '提请审批');
    await administrator.sees('由您起草或提请，须由另一人审批。');
    expect(await page.getByRole('button', { name: '审批发布' }).isDisabled()).toBe(true);

    const dispatcher = await cast.as('dispatcher');
    await dispatcher.goto(`/rules?version=${version}`);
    await dispatcher.page.getByRole('button', { name: '审批发布' }).waitFor();
    await pressOnPage(dispatcher, '作废');
    await confirm(dispatcher, '作废');
    await dispatcher.page.locator('.panel-head').getByText('已作废').waitFor();

    async function setWeight(part: string, value: string): Promise<void> {
      const field = administrator.field(`content.weights.${part}`);
      await field.fill(value);
      await field.press('Tab');
    }
  });

  journey('try rules in the lab and show who would move', async (cast) => {
    const dispatcher = await cast.as('dispatcher');
    await dispatcher.goto('/lab?version=2026.1');
    await dispatcher.enter('lab.sample.generated.requests', '200');
    await pressOnPage(dispatcher, '开始试算');

    await dispatcher.heading('2026.1 与现行 2026.1 的比较');
    await dispatcher.sees('200 件中有 0 件（0%）改变去向。');
    const gini = dispatcher.page.getByRole('row', { name: /负荷基尼系数/ });
    await gini.getByText('相同').waitFor();
    expect(await dialogOf(dispatcher).count()).toBe(0);
  });
});
