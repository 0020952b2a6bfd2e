import { PackagedReferenceBook } from '../catalogue/packaged.reference-book.js';
import type { StepDetail, StepKind } from './request.events.js';
import type { RequestState } from './request.js';
import { filedText, stepText } from './timeline-texts.js';

const book = new PackagedReferenceBook();
const nodeName = (code: string) => book.nodeName(code);

/** Details as they come back from storage: through JSON. */
const text = (kind: StepKind, detail: StepDetail) =>
  stepText(kind, JSON.parse(JSON.stringify(detail)) as StepDetail, nodeName);

const AT_STATION = { nodeCode: 'WS-370481' };
const DUE = { acceptDueAt: new Date('2026-11-25T09:30:00Z'), completeDueAt: new Date('2026-12-08T09:30:00Z') };

describe('The timeline', () => {
  it('says where a request went and by when it is served, in Shanghai time', () => {
    expect(text('routed', { ...AT_STATION, institutionName: '枣庄市计量测试所', ...DUE })).toEqual({
      zh: '已派至滕州市质量工作站，拟由枣庄市计量测试所承办；应于 2026-11-25 17:30 前受理，2026-12-08 17:30 前办结',
      en:
        'Sent to Tengzhou City Quality Workstation, to be performed by 枣庄市计量测试所; ' +
        'to be accepted by 2026-11-25 17:30 and completed by 2026-12-08 17:30',
    });
  });

  it('leaves out what is not known', () => {
    expect(text('routed', AT_STATION).zh).toBe('已派至滕州市质量工作站');
    expect(text('accepted', AT_STATION).en).toBe('Accepted by Tengzhou City Quality Workstation');
    expect(
      text('deliverable', { number: 'JL-1', titleZh: '校准证书', titleEn: 'Certificate', conclusion: '' }).zh,
    ).toBe('已出具校准证书(JL-1)');
  });

  it('lists everything that is missing', () => {
    expect(text('returned', { ...AT_STATION, missing: ['铭牌照片', '上次证书'] }).zh).toBe(
      '滕州市质量工作站退回补正，请补齐：铭牌照片；上次证书',
    );
  });

  it('names both ends of a transfer', () => {
    expect(text('transferred', { nodeCode: 'HUB-370400', fromNodeCode: 'WS-370471', reason: '就近' }).zh).toBe(
      '由枣庄国家高新技术产业开发区质量工作站转至枣庄市质量服务中心：就近',
    );
  });

  it('translates the states of jobs and shows unknown ones as they are', () => {
    expect(text('job-advanced', { toStatus: 'VERIFYING' }).zh).toBe('办理进展：检定中');
    expect(text('job-advanced', { toStatus: 'toString' }).zh).toBe('办理进展：toString');
  });

  it('says who filed', () => {
    const request = { requestNo: 'ZZ-JL-20261124-000001' } as RequestState;

    expect(filedText(request, nodeName).zh).toBe('企业提交申请，编号 ZZ-JL-20261124-000001');
    expect(filedText({ ...request, filedAtOffice: 'WS-370402' }, nodeName).zh).toBe(
      '市中区质量工作站代企业提交申请，编号 ZZ-JL-20261124-000001',
    );
  });
});
