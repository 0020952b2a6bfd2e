import { City } from '../../e2e/test/support/city.js';
import { ENTERPRISE, fileVerification, parkName } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

describe('an enterprise', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('files a mandatory verification through the form and finds it again', async (cast) => {
    const park = await parkName(await city.as('dispatcher'));
    const enterprise = await cast.as(ENTERPRISE);

    const number = await fileVerification(enterprise, park);

    expect(number).toMatch(/^ZZ-JL-\d{8}-\d{6}$/);
    await enterprise.sees(new RegExp(`受理单位：${park}`));
    await enterprise.sees('承诺办结：');

    await enterprise.goto('/requests');
    await enterprise.heading('我的申请');
    const { page } = enterprise;
    await enterprise.enter('number-filter', number);
    await enterprise.field('number-filter').press('Enter');
    await page
      .locator('.card', { hasText: number })
      .getByRole('link', { name: /强制检定/ })
      .click();

    await enterprise.heading(`申请 ${number}`);
    const timeline = page.locator('section', { has: page.getByRole('heading', { name: '办理进度' }) });
    await timeline.getByText('提交').first().waitFor();
    await timeline.getByText(park).first().waitFor();
    await timeline.getByRole('listitem').nth(1).waitFor();
  });

  journey('keeps its draft over a reload and is not asked again for what the platform knows', async (cast) => {
    const enterprise = await cast.as(ENTERPRISE);
    await enterprise.goto('/file?service=MET-001');
    await enterprise.choose('item0.instruments.0.ref', 'MI004');
    await enterprise.enter('item0.instruments.0.qty', '3');

    await enterprise.page.reload();

    expect(await enterprise.field('item0.instruments.0.qty').inputValue()).toBe('3');
    await enterprise.press('下一步');
    const { body: me } = await (await city.as(ENTERPRISE)).get('/api/v1/auth/me');
    expect(await enterprise.field('filing.contact.phone').inputValue()).toBe(me.contactPhone);
  });
});
