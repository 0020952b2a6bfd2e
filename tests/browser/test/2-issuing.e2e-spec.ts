import { readFileSync } from 'node:fs';
import { eventually } from '@nqi/test-kit/client';
import { City } from '../../e2e/test/support/city.js';
import { completed, file, ticketsOf, type FiledRequest, type Ticket } from '../../e2e/test/support/work.js';
import { ENTERPRISE, STATION, VERIFICATION } from './support/filing.js';
import { journeysIn, type Cast } from './support/journeys.js';
import { fillForm } from './support/schema-form.js';
import type { Visitor } from './support/visitor.js';

const STEPS_AT_MOST = 12;

describe('a filed verification', () => {
  const city = City.running();
  const journey = journeysIn(city);

  journey('is accepted, worked, approved, downloaded and verified, all in the browser', async (cast) => {
    const request = await file(await city.as(ENTERPRISE), VERIFICATION);
    const [ticket] = (await ticketsOf(await city.as('dispatcher'), request)) as [Ticket];
    const { ticketNo } = (await (await city.as('dispatcher')).get(`/api/v1/tickets/${ticket.id}`)).body;

    const clerk = await cast.as(`clerk-${STATION}`);
    await openFromQueue(clerk, ticketNo as string);
    await seesWhyHere(clerk, ticket);
    await acceptHere(clerk);

    await workThrough(cast, ticket);

    await completed(await city.as(ENTERPRISE), request);
    const enterprise = await cast.as(ENTERPRISE);
    const link = await takeDocument(enterprise, request);
    await isGenuine(await cast.anybody(), link);
  });

  /** Searches the station's queue for the number, among what waits to be accepted. */
  async function openFromQueue(clerk: Visitor, ticketNo: string): Promise<void> {
    const { page } = clerk;
    await clerk.goto('/queue');
    await clerk.heading('工作站待办');
    await page.getByLabel('状态').selectOption({ label: '待受理' });
    await page.getByLabel('类别').selectOption({ label: '计量' });
    await page.getByRole('searchbox', { name: '工单号或企业名称' }).fill(ticketNo);
    await page.keyboard.press('Enter');
    await page
      .getByRole('row', { name: new RegExp(ticketNo) })
      .getByRole('link')
      .click();
    await clerk.sees(ticketNo);
  }

  async function seesWhyHere(clerk: Visitor, { institutionId }: Ticket): Promise<void> {
    const { page } = clerk;
    const why = page.locator('section', { has: page.getByRole('heading', { name: '为什么到这里' }) });
    await why.getByText('申请地点在园区内，由园区工作站受理').waitFor();
    await why.getByText(/承办（法定指定）/).waitFor();
    await why.getByText(/比较过的 \d+ 家机构/).click();
    expect(await why.locator('.candidates > li').count()).toBeGreaterThan(1);
    expect(institutionId).toBeDefined();
  }

  async function acceptHere(clerk: Visitor): Promise<void> {
    await clerk.press(/^受\s?理$/);
    const dialog = clerk.page.getByRole('dialog');
    await dialog.getByText('受理后由承办机构开始作业').waitFor();
    await dialog.getByRole('button', { name: '确认受理' }).click();
    await clerk.sees('已受理');
    await dialog.waitFor({ state: 'detached' });
  }

  /** Every step by whoever has to take it, in the rendered form, with the values the service gives as an example. */
  async function workThrough(cast: Cast, ticket: Ticket): Promise<void> {
    const overseer = await city.as('dispatcher');
    const jobId = await eventually(async () => {
      const { body } = await overseer.get(`/api/v1/metrology/jobs?ticketId=${ticket.id}`);
      expect(body.items).toHaveLength(1);
      return body.items[0].id as string;
    });
    const people = new Map<string, Visitor>();
    for (let step = 0; step < STEPS_AT_MOST; step += 1) {
      const { body: job } = await overseer.get(`/api/v1/metrology/jobs/${jobId}`);
      if (job.closedAt) return;
      const [action] = job.actions;
      const name = `${action.role}-${job.institutionId}`;
      const person = people.get(name) ?? (await cast.as(name));
      people.set(name, person);
      await takeStep(person, job, action);
    }
    throw new Error(`the job is not done after ${STEPS_AT_MOST} steps`);
  }

  async function takeStep(person: Visitor, job: { id: string; jobNo: string; version: number }, action: Action) {
    await person.goto(`/jobs/metrology/${job.id}`);
    await person.sees(job.jobNo);
    const form = person.page.locator('form.job-action');
    const submit = form.getByRole('button', { name: action.title.zh });
    await submit.waitFor();
    await fillForm(person, 'action', action.schema.examples[0]);
    await submit.click();
    await submit.waitFor({ state: 'detached' });
  }

  async function takeDocument(enterprise: Visitor, request: FiledRequest): Promise<string> {
    const { page } = enterprise;
    await enterprise.goto(`/requests/${request.id}`);
    await enterprise.heading(`申请 ${request.requestNo}`);
    await enterprise.sees('已办结');
    const download = page.waitForEvent('download');
    await enterprise.press('下载 PDF');
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^ZZ-JL-.*\.pdf$/);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const link = await page.getByRole('link', { name: '验真', exact: true }).getAttribute('href');
    return link as string;
  }

  async function isGenuine(anybody: Visitor, link: string): Promise<void> {
    const { searchParams } = new URL(link, city.stack.baseUrl);
    await anybody.goto('/verify');
    await anybody.enter('verify.number', searchParams.get('number') as string);
    await anybody.enter('verify.code', searchParams.get('code') as string);
    await anybody.press(/^验\s?真$/);
    await anybody.sees('真实有效');
    await anybody.sees('文件指纹（SHA-256）');

    anybody.expectComplaint(/404/);
    await anybody.enter('verify.code', 'WRONGCOD');
    await anybody.press(/^验\s?真$/);
    await anybody.sees('查无此件');
  }
});

interface Action {
  readonly title: { readonly zh: string };
  readonly schema: { readonly examples: readonly unknown[] };
}
