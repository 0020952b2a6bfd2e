import { eventually } from '@nqi/test-kit/client';
import { City } from '../../e2e/test/support/city.js';
import { file, ticketsOf, type FiledRequest } from '../../e2e/test/support/work.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { journeysIn } from './support/journeys.js';
import type { Visitor } from './support/visitor.js';

const STATION = 'WS-370481';
/** Each run reaches farther than all before it, whose bodies stay in the system: nobody else in the city can do this. */
const REACH = Math.floor(Date.now() / 1_000);
const NAME = `远程测力校准有限公司 ${REACH}`;
const ACCREDITATION = `CNAS L${REACH % 100_000}`.padEnd(10, '7');

describe('an institution on its way into the service system', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('applies, is checked by another person, goes online, and is given what nobody else can do', async (cast) => {
    const enterprise = await city.as('ent-370481');
    const before = await file(enterprise, calibration());
    const clerk = await cast.as(`clerk-${STATION}`);
    await apply(clerk);
    const address = clerk.page.url();
    expect(await clerk.page.locator('main').getByRole('button', { name: '受理审核' }).count()).toBe(0);

    const dispatcher = await cast.as('dispatcher');
    await dispatcher.goto(address);
    await step(dispatcher, '受理审核');
    await pressOnPage(dispatcher, '核验');
    await dispatcher.enter('verify.source', 'CNAS 获认可机构名录');
    await confirm(dispatcher, '核验');
    await dispatcher.sees(/dispatcher 已核验/);
    await pressOnPage(dispatcher, '批准入网');
    await dispatcher.enter('step.evidence', '资料审核表 2026-07');
    await dispatcher.page.keyboard.press('Enter');
    await confirm(dispatcher, '批准入网');

    const administrator = await cast.as('administrator');
    await administrator.goto(address);
    await writeScope(administrator);
    await step(administrator, '上线');
    await administrator.sees('上线 → 在线');
    await administrator.sees(/依据材料：资料审核表 2026-07/);

    const after = await file(enterprise, calibration());
    expect(await performerOf(city, before)).not.toBe(NAME);
    expect(await performerOf(city, after)).toBe(NAME);
  });
});

async function apply(clerk: Visitor): Promise<void> {
  await clerk.goto('/institutions');
  await clerk.follow('机构入网申请');
  await clerk.heading('机构入网申请');
  await clerk.enter('application.name', NAME);
  await clerk.enter('application.uscc', creditCode());
  await clerk.enter('application.kind', '校准实验室');
  await clerk.choose('application.ownership', '民营');
  await clerk.enter('application.scope', '力值校准');
  await clerk.choose('application.capabilities', 'MET-003');
  await clerk.page.keyboard.press('Escape');
  await pressOnPage(clerk, '登记资质');
  await clerk.choose('application.qualifications.0.kind', 'CNAS-L');
  await clerk.enter('application.qualifications.0.number', ACCREDITATION);
  await clerk.enter('application.qualifications.0.validFrom', '2024-01-01');
  await pressOnPage(clerk, '提交申请');
  await clerk.heading(NAME);
  await clerk.sees('当前不参与派单。');
}

async function step(visitor: Visitor, name: string): Promise<void> {
  await pressOnPage(visitor, name);
  await confirm(visitor, name);
}

async function writeScope(administrator: Visitor): Promise<void> {
  await administrator.page.getByText('能力明细未设定（不限）').click();
  await pressOnPage(administrator, '编辑明细');
  await administrator.enter('scope.object', 'CI033');
  await administrator.enter('scope.low', '0');
  await administrator.enter('scope.high', String(REACH));
  await administrator.enter('scope.unit', 'kN');
  await dialogOf(administrator).getByRole('button', { name: '加入明细' }).click();
  await confirm(administrator, '保存');
  await administrator.sees('能力明细 1 条');
}

const calibration = () => ({
  items: [
    {
      serviceCode: 'MET-003',
      form: { instruments: [{ ref: 'CI033', qty: 1, range: `0~${REACH} kN` }] },
      recommendedByPlatform: true,
    },
  ],
  contact: { name: '李工', phone: '0632-6610000' },
  regionCode: '370481',
  mode: 'offline',
  urgency: 'normal',
});

/** Who was found for the one item of a request. */
async function performerOf(city: City, request: FiledRequest): Promise<string | undefined> {
  const dispatcher = await city.as('dispatcher');
  return eventually(async () => {
    const [ticket] = await ticketsOf(dispatcher, request);
    const { body } = await dispatcher.get(`/api/v1/tickets/${ticket?.id}`);
    return body.institutionName as string | undefined;
  });
}

/** Of a body that no run has had before (GB 32100: weights are the powers of 3, the sum with the check is a multiple of 31). */
function creditCode(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91370481${String(REACH).slice(-9)}`;
  const { sum } = [...body].reduce(
    (total, character) => ({
      sum: total.sum + alphabet.indexOf(character) * total.weight,
      weight: (total.weight * 3) % 31,
    }),
    { sum: 0, weight: 1 },
  );
  return `${body}${alphabet.charAt((31 - (sum % 31)) % 31)}`;
}
