import { normalizeStandardNumber, shanghaiDate } from '@nqi/kernel';
import { fields, jobAction, type JobAction } from '@nqi/work';
import { checkStandards } from '../checks/check.js';
import type { Corpus } from '../corpus/standard.js';
import { returned, reviewed } from '../jobs/review.actions.js';
import {
  assertNotAhead,
  refused,
  takes,
  type StandardsData,
  type StandardsStatus,
  type StandardsView,
} from '../jobs/standards-job.js';
import {
  REQUIREMENTS,
  isOwn,
  missingIndicators,
  openGaps,
  type DeclaredProduct,
  type Declaration,
  type Indicator,
  type Requirement,
} from './declaration.js';
import { declarationReport } from './declaration-report.js';
import { draftBody, gapsBody, publicationBody } from './declaration.schemas.js';

type Action = JobAction<StandardsStatus, StandardsData>;

/** 自我声明公开辅导: gaps, draft, the enterprise's word, publication, report. */
export const declarationActions = (corpus: Corpus): { readonly forward: Action[]; readonly back: Action[] } => ({
  forward: [
    checkGaps(corpus),
    submitDraft,
    approveDraft,
    recordPublication,
    reviewed({
      name: 'review-publication',
      title: { zh: '审核公开结果', en: 'Review the publication' },
      way: 'declaration',
      from: 'PUBLISHED_ON_PLATFORM',
      to: 'PUBLICATION_REVIEWED',
    }),
    close,
  ],
  back: [
    returned('client', {
      name: 'request-changes',
      title: { zh: '要求修改', en: 'Ask for changes' },
      way: 'declaration',
      from: 'DRAFT_REVIEW',
      to: 'GAP_CHECK',
    }),
    returned('reviewer', {
      name: 'return-publication',
      title: { zh: '退回核对公开信息', en: 'Return for correction' },
      way: 'declaration',
      from: 'PUBLISHED_ON_PLATFORM',
      to: 'ENTERPRISE_APPROVED',
    }),
    returned('approver', {
      name: 'refuse-publication',
      title: { zh: '不予批准', en: 'Refuse approval' },
      way: 'declaration',
      from: 'PUBLICATION_REVIEWED',
      to: 'ENTERPRISE_APPROVED',
    }),
  ],
});

interface GapsBody {
  readonly standardNumber: string;
  readonly standardName: string;
  readonly products: readonly DeclaredProduct[];
  readonly requirements: readonly Requirement[];
}

const checkGaps = (corpus: Corpus): Action =>
  jobAction<StandardsStatus, StandardsData, GapsBody>({
    name: 'check-gaps',
    title: { zh: '对照要求查找差距', en: 'Check for gaps' },
    role: 'technician',
    from: ['INTAKE'],
    when: takes('declaration'),
    schema: gapsBody,
    apply: (job, body, { at }) => {
      const today = shanghaiDate(at);
      assertDeclarable(body.standardNumber, today, corpus);
      const missing = REQUIREMENTS.find(
        (wanted) => !body.requirements.some(({ requirement }) => requirement === wanted),
      );
      if (missing) {
        throw refused('REQUIREMENT_LEFT_OUT', '/requirements', {
          zh: `未判断：${missing}`,
          en: `Not judged: ${missing}`,
        });
      }
      const cited = checkStandards(job.data.citations, today, corpus);
      const standardNumber = normalizeStandardNumber(body.standardNumber);
      const declaration = { ...body, standardNumber, cited, resolutions: [], indicators: [] };
      return { to: 'GAP_CHECK', data: { ...job.data, declaration } };
    },
  });

/** Own standards are declared by number; others are chosen, so they must exist and be in force. */
function assertDeclarable(standardNumber: string, day: string, corpus: Corpus): void {
  if (isOwn(standardNumber)) return;
  const [found] = checkStandards([standardNumber], day, corpus);
  if (found?.status === 'CURRENT') return;
  throw refused('NOT_DECLARABLE', '/standardNumber', {
    zh: '应为企业标准编号(Q/…)，或题录库中现行的国家、行业、地方标准',
    en: 'Must be an enterprise standard (Q/…) or a standard in force that the corpus knows',
  });
}

interface DraftBody {
  readonly resolutions: Declaration['resolutions'];
  readonly indicators: readonly Indicator[];
}

const submitDraft: Action = jobAction<StandardsStatus, StandardsData, DraftBody>({
  name: 'submit-draft',
  title: { zh: '提交修改稿供企业确认', en: 'Submit the draft' },
  role: 'technician',
  from: ['GAP_CHECK'],
  schema: (job) => draftBody(declarationOf(job)),
  apply: (job, { resolutions, indicators }) => {
    const declaration = declarationOf(job);
    const [open] = openGaps(declaration, resolutions);
    if (open) {
      throw refused('GAP_OPEN', '/resolutions', { zh: `差距尚未处理：${open}`, en: `Still open: ${open}` });
    }
    const [lacking] = missingIndicators(declaration.standardNumber, indicators);
    if (lacking) {
      throw refused('INDICATOR_MISSING', '/indicators', {
        zh: lacking === 'functional' ? '企业标准须公开功能指标' : '企业标准须公开产品性能指标',
        en: `An enterprise standard needs a ${lacking} indicator`,
      });
    }
    return { to: 'DRAFT_REVIEW', data: { ...job.data, declaration: { ...declaration, resolutions, indicators } } };
  },
});

const approveDraft: Action = jobAction<StandardsStatus, StandardsData, { approvedBy: string }>({
  name: 'approve-draft',
  title: { zh: '企业确认并批准发布', en: 'Approve for publication' },
  role: 'client',
  from: ['DRAFT_REVIEW'],
  schema: () => {
    const properties = {
      approvedBy: fields.text({ zh: '批准人(法定代表人或授权人)', en: 'Approved by' }, 50),
      truthful: fields.flag(
        { zh: '声明内容真实、准确、合法', en: 'The declaration is true and lawful' },
        { const: true },
      ),
    };
    return fields.body(properties, { approvedBy: '法定代表人', truthful: true });
  },
  apply: (job, { approvedBy }, { at }) => {
    const approval = { approvedBy, at: at.toISOString() };
    return { to: 'ENTERPRISE_APPROVED', data: { ...job.data, declaration: { ...declarationOf(job), approval } } };
  },
});

const recordPublication: Action = jobAction<StandardsStatus, StandardsData, NonNullable<Declaration['publication']>>({
  name: 'record-publication',
  title: { zh: '登记平台公开信息', en: 'Record the publication' },
  role: 'technician',
  from: ['ENTERPRISE_APPROVED'],
  schema: publicationBody,
  apply: (job, publication, { at }) => {
    assertNotAhead(publication.publishedOn, at, '/publishedOn');
    return { to: 'PUBLISHED_ON_PLATFORM', data: { ...job.data, declaration: { ...declarationOf(job), publication } } };
  },
});

const close: Action = jobAction<StandardsStatus, StandardsData, unknown>({
  name: 'close',
  title: { zh: '批准并签发辅导报告', en: 'Approve and issue the report' },
  role: 'approver',
  from: ['PUBLICATION_REVIEWED'],
  schema: () => fields.body({}, {}),
  apply: (job) => ({ to: 'CLOSED', data: job.data, deliverables: [declarationReport(job, declarationOf(job))] }),
});

function declarationOf({ jobNo, data }: StandardsView): Declaration {
  if (!data.declaration) throw new Error(`job ${jobNo} has no declaration`);
  return data.declaration;
}
