import { City } from '../../e2e/test/support/city.js';
import { accept, file, ticketsOf } from '../../e2e/test/support/work.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { ENTERPRISE, STATION, VERIFICATION } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

const OWNER = 'technician-ORG005';

describe('those who work together', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('book a shared resource, which its owner confirms and the booker gives back', async (cast) => {
    const purpose = `力值校准 ${Date.now()}`;
    const enterprise = await cast.as(ENTERPRISE);
    const { page } = enterprise;
    await enterprise.goto('/resources?q=RES-DEMO-003');
    await page.getByRole('link', { name: /标准测力机/ }).click();
    await page.locator('.slot:enabled').last().click();
    await enterprise.enter('booking.purpose', purpose);
    await dialogOf(enterprise).getByRole('button', { name: '提交预约' }).click();
    await enterprise.heading(/^预约 YY-/);
    await enterprise.sees('待确认');
    const address = page.url();

    const owner = await cast.as(OWNER);
    await owner.goto('/bookings?status=REQUESTED');
    const row = owner.page.getByRole('row').filter({ hasText: purpose });
    await row.getByRole('button', { name: '确认', exact: true }).click();
    await confirm(owner, '确认');
    await row.waitFor({ state: 'hidden' });

    await enterprise.goto(address);
    await enterprise.sees('已确认');
    await pressOnPage(enterprise, '取消预约');
    await enterprise.enter('cancel.reason', '改期');
    await dialogOf(enterprise).getByRole('button', { name: '取消预约', exact: true }).click();
    await enterprise.page.locator('.lead').getByText('已取消').waitFor();
  });

  journey('ask another office for a part of a ticket, and hand the thing over on record', async (cast) => {
    const request = await file(await city.as(ENTERPRISE), VERIFICATION);
    const [ticket] = await ticketsOf(await city.as('dispatcher'), request);
    if (!ticket) throw new Error('no ticket');
    await accept(city, ticket);
    const clerk = await cast.as(`clerk-${STATION}`);
    await clerk.goto(`/tickets/${ticket.id}`);
    await clerk.sees('为什么到这里');
    await clerk.page.getByRole('heading', { name: '进展与计时' }).waitFor();
    await pressOnPage(clerk, '请其他单位协同');
    await clerk.enter('ask.purpose', '借用砝码');
    await clerk.choose('ask.candidates', '台儿庄区质量工作站');
    await dialogOf(clerk).getByText('请其他单位协同').first().click();
    await dialogOf(clerk).getByRole('button', { name: '起草协同' }).click();
    await clerk.sees('借用砝码');
    await pressOnPage(clerk, '发出询问');
    await confirm(clerk, '发出询问');
    await clerk.page.locator('.lead').getByText('待答复').waitFor();

    const partner = await cast.as('clerk-WS-370405');
    await partner.goto(new URL(clerk.page.url()).pathname);
    await pressOnPage(partner, '接受');
    await confirm(partner, '接受');
    await partner.page.locator('.lead').getByText('已接受').waitFor();

    await clerk.page.reload();
    await pressOnPage(clerk, '发出');
    await clerk.enter('referral.note', '砝码一套，完好');
    await confirm(clerk, '发出');
    await clerk.sees(/砝码一套，完好/);
    await clerk.page.locator('.timeline').getByText('交接').first().waitFor();
  });

  journey('see what waits for a person, where only those who may decide can', async (cast) => {
    const dispatcher = await cast.as('dispatcher');
    await dispatcher.goto('/triage');
    await dispatcher.heading('人工分诊');

    const clerk = await cast.as(`clerk-${STATION}`);
    clerk.expectComplaint(/not for this role/);
    await clerk.goto('/triage');
    await clerk.sees('当前账户无权查看此页');
  });
});
