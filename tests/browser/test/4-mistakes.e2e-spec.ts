import { City } from '../../e2e/test/support/city.js';
import { file } from '../../e2e/test/support/work.js';
import { ENTERPRISE, STATION, VERIFICATION } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

describe('whoever makes a mistake', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('in a form gets a summary in the focus, each line leading to its field', async (cast) => {
    const enterprise = await cast.as(ENTERPRISE);
    const { page } = enterprise;
    await enterprise.goto('/file');
    await enterprise.press('下一步');
    const summary = page.getByRole('alert');
    await summary.getByText('请至少选择一个事项').waitFor();
    expect(await enterprise.focused()).toContain('error-summary');

    await enterprise.goto('/file?service=MET-001');
    await enterprise.press('下一步');
    await summary.getByRole('heading', { name: '提交有误' }).waitFor();
    expect(await enterprise.focused()).toContain('error-summary');
    expect(await page.title()).toMatch(/^错误：/);
    await summary.getByRole('link').first().click();
    await page.waitForFunction(() => document.activeElement?.closest('[id^="item0"]') !== null);
  });

  journey('in a contact is told which field, and only until it is filled', async (cast) => {
    const enterprise = await cast.as(ENTERPRISE);
    const { page } = enterprise;
    await enterprise.goto('/file?service=MET-001');
    await enterprise.choose('item0.instruments.0.ref', 'MI004');
    await enterprise.enter('item0.instruments.0.qty', '1');
    await enterprise.press('下一步');
    await enterprise.enter('filing.contact.phone', '');
    await enterprise.press('下一步');
    await page.getByRole('alert').getByRole('link', { name: '请填写联系电话' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'filing.contact.phone');

    await enterprise.enter('filing.contact.phone', '0632-6610000');
    await enterprise.press('下一步');

    await page.getByRole('button', { name: '确认并提交' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  journey('in a password is told so and stays outside', async (cast) => {
    const anybody = await cast.anybody();
    const { page } = anybody;
    anybody.expectComplaint(/401/);
    await anybody.goto('/login');
    await page.locator('form').getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('请输入密码').waitFor();

    await anybody.enter('login.username', 'auditor');
    await anybody.enter('login.password', 'not-the-password');
    await page.locator('form').getByRole('button', { name: '登录' }).click();

    await page.getByRole('alert').getByText(/密码/).waitFor();
    expect(await anybody.focused()).toContain('error-summary');
    expect(new URL(page.url()).pathname).toBe('/login');
  });

  journey('about a page that is for others is told for whom it is', async (cast) => {
    const clerk = await cast.as(`clerk-${STATION}`);
    clerk.expectComplaint(/not for this role/);
    await clerk.goto('/dead-letters');
    await clerk.page.getByRole('alert').getByText('需要管理员或审计员账户').waitFor();
    await clerk.goto('/jobs');
    await clerk.page.getByRole('alert').getByText('需要技术机构').waitFor();

    const technician = await cast.as('technician-ORG005');
    technician.expectComplaint(/not for this role/);
    await technician.goto('/requests');
    await technician.page.getByRole('alert').getByText('当前账户无权查看此页').waitFor();
  });

  journey("about another's request learns nothing of it", async (cast) => {
    const { id, requestNo } = await file(await city.as(ENTERPRISE), VERIFICATION);
    const stranger = await cast.as('ent-370404');
    stranger.expectComplaint(/404/);

    await stranger.goto(`/requests/${id}`);

    await stranger.page.getByRole('alert').first().waitFor();
    expect(await stranger.page.locator('body').innerText()).not.toContain(requestNo);
  });

  journey('about having to sign in first comes back to the page wanted', async (cast) => {
    const anybody = await cast.anybody();
    await anybody.goto('/requests?status=COMPLETED');
    await anybody.heading('登录');

    await anybody.signIn(city.account(ENTERPRISE));

    await anybody.heading('我的申请');
    expect(new URL(anybody.page.url()).searchParams.get('status')).toBe('COMPLETED');
  });

  journey('in an address finds the way home', async (cast) => {
    const anybody = await cast.anybody();
    await anybody.goto('/no/such/page');
    await anybody.heading('没有找到页面');

    await anybody.follow('返回首页');

    await anybody.heading('您想办什么？');
  });
});
