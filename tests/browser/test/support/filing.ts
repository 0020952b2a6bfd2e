import { eventually, type HttpClient } from '@nqi/test-kit/client';
import type { FiledRequest } from '../../../e2e/test/support/work.js';
import type { Visitor } from './visitor.js';

/** Where the enterprise of these journeys stands: an enterprise of Tai'erzhuang in a park with its own workstation. */
export const ENTERPRISE = 'ent-370405';
export const STATION = 'WS-370405901';
const PARK = '370405901';

/** A mandatory verification in that park, as the API takes it. */
export const VERIFICATION = {
  items: [{ serviceCode: 'MET-001', form: { instruments: [{ ref: 'MI004', qty: 1 }] } }],
  contact: { name: '李工', phone: '0632-6610000' },
  regionCode: '370405',
  parkCode: PARK,
  mode: 'offline',
  urgency: 'normal',
};

/** Goes through the four steps of a filing and returns the number on the receipt. */
export async function fileVerification(enterprise: Visitor, park: string): Promise<string> {
  const { page } = enterprise;
  await enterprise.goto('/file');
  await enterprise.enter('filing-wish', '强制检定工作计量器具备案');
  await page.getByRole('checkbox', { name: '强制检定工作计量器具备案与申请' }).check();
  await enterprise.sees('已选 1 个事项');
  await enterprise.press('下一步');

  const lines = enterprise.field('item0.instruments');
  await lines.waitFor();
  if ((await enterprise.field('item0.instruments.0').count()) === 0) await lines.locator('> button').click();
  await enterprise.choose('item0.instruments.0.ref', 'MI004');
  await enterprise.enter('item0.instruments.0.qty', '1');
  await enterprise.press('下一步');

  await enterprise.enter('filing.contact.name', '李工');
  await enterprise.enter('filing.contact.phone', '0632-6610000');
  await enterprise.choose('filing.regionCode', '台儿庄区');
  await enterprise.choose('filing.parkCode', park);
  await page.getByRole('radio', { name: '到站办理' }).check();
  await enterprise.press('下一步');

  await enterprise.sees(/MI004|数字指示秤/);
  await enterprise.sees('0632-6610000');
  await enterprise.press('确认并提交');
  await enterprise.heading('申请已提交');
  return page.locator('.receipt-number').innerText();
}

/** The park's name as the network has it. */
export async function parkName(client: HttpClient): Promise<string> {
  const { body } = await client.get(`/api/v1/network/nodes/${STATION}`);
  return (body.name.zh as string).replace(/(质量)?工作站$/, '');
}

/** The request behind a number, found in the enterprise's own list. */
export function requestOf(client: HttpClient, requestNo: string): Promise<FiledRequest> {
  return eventually(async () => {
    const { body } = await client.get(`/api/v1/requests?q=${requestNo}`);
    expect(body.items).toHaveLength(1);
    return body.items[0] as FiledRequest;
  });
}
