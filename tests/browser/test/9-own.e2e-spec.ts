import { City } from '../../e2e/test/support/city.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { accept, file, ticketsOf, type Ticket } from '../../e2e/test/support/work.js';
import { ENTERPRISE, STATION, VERIFICATION } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

/** Distinct on every run, so that the file can run again on the same system. */
const RUN = Date.now().toString(36);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('what an enterprise has of its own', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey(
    'is a library: documents are refused in words, uploaded once, in versions, named in a filing',
    async (cast) => {
      const title = `营业执照 ${RUN}`;
      const enterprise = await cast.as(ENTERPRISE);
      enterprise.expectComplaint(/422|400/);
      const { page } = enterprise;
      await enterprise.goto('/materials');
      await pressOnPage(enterprise, '上传材料');
      await chooseFile(`${title}.pdf`, Buffer.from('<html><script>1</script></html>'));
      await dialogOf(enterprise).getByRole('button', { name: '上传', exact: true }).click();
      await dialogOf(enterprise).getByRole('alert').getByText('不接收含网页、SVG 或脚本的文件').waitFor();

      await chooseFile(`${title}.pdf`, PDF);
      expect(await enterprise.field('material.title').inputValue()).toBe(title);
      await confirm(enterprise, '上传');
      const row = page.getByRole('row').filter({ hasText: title });
      await row.getByText('可用').waitFor();
      await row.getByRole('button', { name: '新版本' }).click();
      await chooseFile('new.pdf', PDF);
      await confirm(enterprise, '上传');
      await row.getByRole('link', { name: '第 2 版' }).click();
      await enterprise.heading(`“${title}”的各版本`);
      await page.getByRole('row').filter({ hasText: '第 1 版' }).waitFor();

      await enterprise.goto('/file?service=CON-001');
      await enterprise.choose('item0.materials', title);
      await enterprise.enter('item0.note', '想做质量诊断');
      await enterprise.press('下一步');
      await enterprise.press('下一步');
      await enterprise.sees(`${title} · 第 2 版`);
      await enterprise.press('确认并提交');
      await enterprise.heading('申请已提交');
      await enterprise.goto(new URL(page.url()).pathname.replace('/filed', ''));
      await enterprise.sees('附送材料');
      await enterprise.sees(title);

      async function chooseFile(name: string, buffer: Buffer): Promise<void> {
        await enterprise.field('material.file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
      }
    },
  );

  journey('is a complaint, which the office answers step by step and the enterprise rates once more', async (cast) => {
    const request = await file(await city.as(ENTERPRISE), VERIFICATION);
    const [ticket] = (await ticketsOf(await city.as('dispatcher'), request)) as [Ticket];
    await accept(city, ticket);
    const enterprise = await cast.as(ENTERPRISE);
    await enterprise.goto(`/requests/${request.id}`);
    await enterprise.press('投诉');
    await enterprise.enter('complaint.text', `等候过久 ${RUN}`);
    await dialogOf(enterprise).getByRole('button', { name: '提交', exact: true }).click();
    await enterprise.heading(`投诉 · ${request.requestNo}`);
    await enterprise.sees('待回访');
    const address = new URL(enterprise.page.url()).pathname;

    const lead = await cast.as(`lead-${STATION}`);
    await lead.goto('/rectifications?status=OPEN');
    await lead.page.getByRole('row').filter({ hasText: request.requestNo }).getByRole('link').click();
    await lead.sees(`等候过久 ${RUN}`);
    await step('登记回访', '已致歉');
    await lead.page.locator('.lead').getByText('已回访').waitFor();
    await step('申请延期', '设备待修');
    await lead.sees('已延期一次（至十五个工作日）');
    expect(await lead.page.getByRole('button', { name: '提出申诉' }).count()).toBe(0);
    for (const [button, state] of [
      ['核实情况', '已核实'],
      ['开始整改', '整改中'],
      ['整改完成', '已整改'],
    ] as const) {
      await step(button, '属实，增设窗口');
      await lead.page.locator('.lead').getByText(state).waitFor();
    }
    await step('反馈企业', '已增设窗口');

    await enterprise.goto(address);
    await enterprise.sees('已增设窗口');
    expect(await enterprise.page.getByText('已致歉').count()).toBe(0);
    await pressOnPage(enterprise, '重新评价');
    await dialogOf(enterprise).getByRole('radio', { name: '满意', exact: true }).check();
    await enterprise.enter('rectification.note', '可以');
    await confirm(enterprise, '重新评价');
    await enterprise.page.locator('.lead').getByText('已重新评价').waitFor();

    async function step(button: string, note: string): Promise<void> {
      await pressOnPage(lead, button);
      await lead.enter('rectification.note', note);
      await confirm(lead, button);
    }
  });
});
