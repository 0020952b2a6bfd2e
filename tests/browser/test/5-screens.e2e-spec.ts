import { eventually } from '@nqi/test-kit/client';
import { City } from '../../e2e/test/support/city.js';
import { accept, file, ticketsOf, type FiledRequest, type Ticket } from '../../e2e/test/support/work.js';
import { ENTERPRISE, STATION, VERIFICATION } from './support/filing.js';
import { barriersOn, tooWideOn } from './support/screens.js';
import { journeysIn, type Cast } from './support/journeys.js';
import type { Visitor } from './support/visitor.js';

const PHONE = { width: 360, height: 740 };

/** A page that counts as open once this text stands on it. */
interface Screen {
  readonly who?: string;
  readonly path: string;
  readonly shows: string | RegExp;
}

describe('every main page', () => {
  const city = City.running();
  const journey = journeysIn(city);
  let request: FiledRequest;
  let ticket: Ticket;
  let jobId: string;
  let jobNo: string;

  beforeAll(async () => {
    request = await file(await city.as(ENTERPRISE), VERIFICATION);
    [ticket] = (await ticketsOf(await city.as('dispatcher'), request)) as [Ticket];
    await accept(city, ticket);
    const overseer = await city.as('dispatcher');
    await eventually(async () => {
      const { body } = await overseer.get(`/api/v1/metrology/jobs?ticketId=${ticket.id}`);
      expect(body.items).toHaveLength(1);
      ({ id: jobId, jobNo } = body.items[0]);
    });
  });

  const screens = (): readonly Screen[] => [
    { path: '/', shows: '按类别找事项' },
    { path: '/login', shows: '还没有企业账户？' },
    { path: '/register', shows: '统一社会信用代码' },
    { path: '/services', shows: /共 \d+ 个事项/ },
    { path: '/services/MET-001', shows: '办理流程' },
    { path: '/verify', shows: '印在编号旁边' },
    { who: ENTERPRISE, path: '/', shows: '我的在办申请' },
    { who: ENTERPRISE, path: '/file', shows: '全部事项' },
    { who: ENTERPRISE, path: '/file?service=MET-001', shows: '指定技术机构' },
    { who: ENTERPRISE, path: '/file?step=contact', shows: '紧急程度' },
    { who: ENTERPRISE, path: '/requests', shows: /ZZ-JL-\d+-\d+/ },
    { who: ENTERPRISE, path: `/requests/${request.id}`, shows: '办理进度' },
    { who: ENTERPRISE, path: '/inbox', shows: '全部标为已读' },
    { who: `lead-${STATION}`, path: '/rectifications', shows: '差评、投诉和异议' },
    { who: ENTERPRISE, path: '/connections', shows: '还没有推送地址' },
    { who: ENTERPRISE, path: '/people', shows: '没有待接受的邀请。' },
    { path: '/join', shows: '链接不完整' },
    { who: 'auditor', path: '/audit', shows: '查看审计记录' },
    { who: ENTERPRISE, path: '/materials', shows: /已用 .+，共/ },
    { who: `clerk-${STATION}`, path: '/queue', shows: /TK-\w+-\d+-\d+/ },
    { who: `clerk-${STATION}`, path: `/tickets/${ticket.id}`, shows: '为什么到这里' },
    { who: 'administrator', path: '/overview', shows: '按时办结率' },
    { who: 'administrator', path: '/dead-letters', shows: '待处理' },
    { who: 'administrator', path: `/network?node=${STATION}`, shows: '受理辖区' },
    { who: 'administrator', path: '/institutions', shows: 'ORG005' },
    { who: 'administrator', path: '/institutions/ORG005', shows: '官方信用风险分类' },
    { who: 'administrator', path: '/rules', shows: '合计 1.00，符合要求。' },
    { who: 'administrator', path: '/promises', shows: '最长暂停（工作日）' },
    { who: 'administrator', path: '/lab', shows: '开始试算' },
    { who: 'administrator', path: '/triage', shows: '人工分诊' },
    { who: ENTERPRISE, path: '/resources', shows: 'RES-DEMO-001' },
    { who: ENTERPRISE, path: '/bookings', shows: '查找资源' },
    { who: `clerk-${STATION}`, path: '/referrals', shows: '跨站协同' },
    { who: `technician-${ticket.institutionId}`, path: '/jobs', shows: jobNo },
    { who: `technician-${ticket.institutionId}`, path: `/jobs/metrology/${jobId}`, shows: '下一步' },
  ];

  journey('is free of grave barriers', async (cast) => {
    const barriers = await onEveryScreen(cast, ({ page }) => barriersOn(page));

    expect(barriers).toEqual([]);
  });

  journey('fits a phone of 360 pixels, free of grave barriers there too', async (cast) => {
    const found = await onEveryScreen(
      cast,
      async ({ page }) => [...(await tooWideOn(page)), ...(await barriersOn(page))],
      PHONE,
    );

    expect(found).toEqual([]);
  });

  journey('speaks English after one press, and keeps to it', async (cast) => {
    const enterprise = await cast.as(ENTERPRISE);
    await enterprise.goto('/');
    await enterprise.press('English');
    await enterprise.heading('What do you need?');
    expect(await enterprise.page.locator('html').getAttribute('lang')).toBe('en');

    await enterprise.goto('/requests');
    await enterprise.heading('My requests');
    await enterprise.goto('/file?service=MET-001');
    await enterprise.sees('Mandatory verification filing');
    await enterprise.sees('Quantity');
    expect(await barriersOn(enterprise.page)).toEqual([]);

    await enterprise.press('中文');
    await enterprise.heading('提交申请');
    expect(await enterprise.page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  journey('lets a keyboard skip the navigation', async (cast) => {
    const anybody = await cast.anybody();
    await anybody.goto('/');
    await anybody.heading('您想办什么？');

    await anybody.page.keyboard.press('Tab');
    await anybody.page.keyboard.press('Enter');

    expect(await anybody.page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  /** What a check finds, each finding with its page. Every person goes through their pages alone, all at once. */
  async function onEveryScreen(
    cast: Cast,
    check: (visitor: Visitor) => Promise<string[]>,
    viewport?: { width: number; height: number },
  ): Promise<string[]> {
    const people = [...new Set(screens().map(({ who }) => who))];
    const found = people.map(async (person) => {
      const visitor = await (person ? cast.as(person, viewport) : cast.anybody(viewport));
      const findings: string[] = [];
      for (const { path, shows } of screens().filter(({ who }) => who === person)) {
        await visitor.goto(path);
        await visitor.sees(shows);
        findings.push(...(await check(visitor)).map((finding) => `${path}: ${finding}`));
      }
      return findings;
    });
    return (await Promise.all(found)).flat();
  }
});
