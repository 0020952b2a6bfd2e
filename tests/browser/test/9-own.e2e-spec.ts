import { City } from '../../e2e/test/support/city.js';
import { confirm, dialogOf, pressOnPage } from './support/dialog.js';
import { ENTERPRISE } from './support/filing.js';
import { journeysIn } from './support/journeys.js';

/** Distinct on every run, so that the file can run again on the same system. */
const RUN = Date.now().toString(36);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

describe('what an enterprise keeps with the platform', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('are its documents: refused in words, uploaded once, in versions, named in a filing', async (cast) => {
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
  });
});
