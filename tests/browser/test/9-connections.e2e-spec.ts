import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@nqi/test-kit/client';
import { City } from '../../e2e/test/support/city.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { journeysIn } from './support/journeys.js';
import type { Visitor } from './support/visitor.js';

/** Distinct on every run, so that the file can run again on the same system. */
const RUN = Date.now().toString(36);
const OWNER = 'ent-370404';
const AGENT = 'ent-370403';
const NEXT_MONTH = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('the owner of an enterprise', () => {
  const city = City.running();
  const journey = journeysIn(city);
  const received: string[] = [];
  let system: Server;
  let address: string;

  beforeAll(async () => {
    system = createServer((request, response) => {
      received.push(String(request.headers['webhook-id']));
      request.resume().on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(system.address() as AddressInfo).port}/${RUN}`;
  });
  afterAll(() => system.close());

  journey('gives the own system a key that is shown once, and takes it back', async (cast) => {
    const owner = await cast.as(OWNER);
    await owner.goto('/connections');
    await pressOnPage(owner, '生成密钥');
    await owner.enter('key.name', `ERP ${RUN}`);
    await owner.enter('key.expiresAt', NEXT_MONTH);
    await dialogOf(owner).getByRole('button', { name: '生成密钥', exact: true }).click();
    const key = await told(owner, '密钥已生成');
    const exchanged = await city.anybody.post('/api/v1/auth/key', { key });
    expect(exchanged.status).toBe(200);

    const row = owner.page.getByRole('row').filter({ hasText: `ERP ${RUN}` });
    await row.getByText('有效', { exact: true }).waitFor();
    expect(await owner.page.locator('body').innerText()).not.toContain(key);
    await row.getByRole('button', { name: '吊销' }).click();
    await confirm(owner, '吊销');
    await row.getByText('已吊销').waitFor();
    expect((await city.anybody.post('/api/v1/auth/key', { key })).status).not.toBe(200);
  });

  journey('connects an address, sees what it was sent, and sends it again', async (cast) => {
    const owner = await cast.as(OWNER);
    const { page } = owner;
    await owner.goto('/connections');
    await pressOnPage(owner, '添加地址');
    await owner.enter('webhook.url', address);
    await dialogOf(owner).getByRole('button', { name: '添加地址', exact: true }).click();
    expect(await told(owner, '签名密钥')).toMatch(/^whsec_/);

    await page.getByRole('link', { name: address }).click();
    await owner.heading('推送记录');
    await pressOnPage(owner, '发测试消息');
    const row = page.getByRole('row').filter({ hasText: '测试消息' });
    await row.waitFor();
    await until(() => received.length === 1);
    await page.reload();
    await row.getByText('已送达').waitFor();
    await row.getByRole('button', { name: '详情' }).click();
    await dialogOf(owner)
      .getByText(/应答 204/)
      .waitFor();
    await page.keyboard.press('Escape');
    await dialogOf(owner).waitFor({ state: 'hidden' });
    await row.getByRole('button', { name: '重新推送' }).click();
    await confirm(owner, '重新推送');
    await until(() => received.length === 2);
    expect(received[1]).toBe(received[0]);

    await pressOnPage(owner, '停止推送');
    await dialogOf(owner).getByRole('button', { name: '停止推送' }).click();
    await owner.heading('系统对接');
  });

  journey('invites a colleague, who chooses name and password by the link', async (cast) => {
    const owner = await cast.as(OWNER);
    await owner.goto('/people');
    await pressOnPage(owner, '邀请成员');
    await owner.enter('invitation.note', `王工 ${RUN}`);
    await dialogOf(owner).getByRole('button', { name: '生成邀请链接' }).click();
    const link = new URL(await told(owner, '邀请链接'));
    await owner.page
      .getByRole('row')
      .filter({ hasText: `王工 ${RUN}` })
      .waitFor();

    const colleague = await cast.anybody();
    await colleague.goto(`/join${link.hash}`);
    await colleague.enter('join.displayName', '王工');
    await colleague.enter('join.username', `wang-${RUN}`);
    await colleague.enter('join.password', `pass word ${RUN} 9`);
    await pressOnPage(colleague, '加入企业');
    await colleague.sees(`已加入，用户名为 wang-${RUN}`);
  });

  journey('lets another enterprise act until a day, and takes that back', async (cast) => {
    const owner = await cast.as(OWNER);
    await owner.goto('/people');
    await pressOnPage(owner, '授权代办');
    await owner.enter('delegation.agentUscc', city.account(AGENT).organization);
    await owner.enter('delegation.endsAt', NEXT_MONTH);
    await confirm(owner, '授权代办');
    const row = owner.page.getByRole('row').filter({ hasText: '代我方办理' }).filter({ hasText: '有效' });
    await row.first().getByText('提交申请、查看申请').waitFor();

    const agent = await cast.as(AGENT);
    await agent.goto('/people');
    await agent.sees('我方代其办理');

    await row.first().getByRole('button', { name: '撤销' }).click();
    await confirm(owner, '撤销');
    await owner.sees('已撤销');
  });
});

/** What the open dialog tells this once; closes it. */
async function told(visitor: Visitor, title: string): Promise<string> {
  const dialog = visitor.page.getByRole('dialog', { name: title });
  const text = await dialog.getByRole('textbox').inputValue();
  await dialog.getByRole('button', { name: '已妥善保存' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return text;
}

async function until(holds: () => boolean): Promise<void> {
  await eventually(() => expect(holds()).toBe(true));
}
