import { fields, jobAction, type JobAction } from '@nqi/work';
import {
  assertNotAhead,
  assertNotBefore,
  refused,
  the,
  type CertificationData,
  type CertificationStatus,
  type CertificationView,
} from '../jobs/certification-job.js';
import { returned } from '../jobs/return.actions.js';
import {
  isClosed,
  lastDayToVerify,
  wantsAnswer,
  wantsVerification,
  type Answer,
  type Nonconformity,
  type Outcome,
} from './nonconformity.js';

type Action = JobAction<CertificationStatus, CertificationData>;

const OUTCOMES = {
  verified: { zh: '已验证有效', en: 'Verified' },
  'plan-accepted': { zh: '接受整改计划(仅一般不符合)', en: 'Plan accepted (minor only)' },
  'not-accepted': { zh: '不接受，重新整改', en: 'Not accepted' },
} as const;

const waiting = (job: CertificationView, wants: (found: Nonconformity) => boolean) =>
  job.data.nonconformities.filter(wants);

const shownNonconformities = (found: readonly Nonconformity[]) => ({
  no: fields.choice(
    { zh: '不符合项', en: 'Nonconformity' },
    Object.fromEntries(found.map(({ no, clause, description }) => [`${no}`, titleOf(no, clause, description)])),
  ),
});
const titleOf = (no: number, clause: string, description: string) => ({
  zh: `第${no}项 ${clause} ${description.slice(0, 60)}`,
  en: `No. ${no}, ${clause}`,
});

interface AnswerBody {
  readonly answers: readonly (Answer & { readonly no: string })[];
}

/** The client corrects, finds the cause and acts on it, for every nonconformity that waits for it. */
export const answerNonconformities: Action = jobAction<CertificationStatus, CertificationData, AnswerBody>({
  name: 'answer-nonconformities',
  title: { zh: '提交不符合项整改', en: 'Answer the nonconformities' },
  role: 'client',
  from: ['NC_OPEN'],
  when: (job) => waiting(job, wantsAnswer).length > 0,
  schema: (job) => {
    const open = waiting(job, wantsAnswer);
    const row = fields.record({
      ...shownNonconformities(open),
      correction: fields.text({ zh: '纠正', en: 'Correction' }, 1_000),
      cause: fields.text({ zh: '原因分析', en: 'Cause' }, 1_000),
      action: fields.text({ zh: '纠正措施', en: 'Corrective action' }, 1_000),
      dueOn: fields.date({ zh: '完成期限', en: 'Due on' }),
    });
    const size = { min: open.length, max: open.length };
    const answers = fields.list({ zh: '整改', en: 'Answers' }, row, size, {
      default: open.map(({ no }) => ({ no: `${no}` })),
    });
    const dueOn = the(job.data.stage2, 'a stage 2').concludedOn;
    const example = open.map(({ no }) => ({
      no: `${no}`,
      correction: '已立即纠正',
      cause: '文件未规定，人员培训不到位',
      action: '修订文件、组织培训并举一反三检查',
      dueOn,
    }));
    return fields.body({ answers }, { answers: example });
  },
  apply: (job, { answers }) => {
    const due = the(job.data.stage2, 'a stage 2').concludedOn;
    answers.forEach(({ dueOn }, index) => assertNotBefore(dueOn, due, `/answers/${index}/dueOn`));
    assertEach(waiting(job, wantsAnswer), answers, '/answers');
    const nonconformities = job.data.nonconformities.map((found) => {
      const given = answers.find(({ no }) => no === `${found.no}`);
      if (!given) return found;
      const { no: _, ...answer } = given;
      return { ...found, answer, verification: undefined };
    });
    return { to: 'NC_OPEN', data: { ...job.data, nonconformities } };
  },
});

interface VerifyBody {
  readonly verifiedOn: string;
  readonly results: readonly { readonly no: string; readonly outcome: Outcome; readonly evidence: string }[];
}

/** What was not accepted goes back to the client; everything closed moves the file on. */
export const verifyNonconformities: Action = jobAction<CertificationStatus, CertificationData, VerifyBody>({
  name: 'verify-nonconformities',
  title: { zh: '验证不符合项整改', en: 'Verify the corrective actions' },
  role: 'technician',
  from: ['NC_OPEN'],
  when: (job) => waiting(job, wantsVerification).length > 0,
  schema: (job) => {
    const answered = waiting(job, wantsVerification);
    const row = fields.record({
      ...shownNonconformities(answered),
      outcome: fields.choice({ zh: '验证结果', en: 'Outcome' }, OUTCOMES),
      evidence: fields.text({ zh: '验证证据', en: 'Evidence' }, 500),
    });
    const size = { min: answered.length, max: answered.length };
    const { concludedOn } = the(job.data.stage2, 'a stage 2');
    const properties = {
      verifiedOn: fields.date({ zh: '验证日期', en: 'Verified on' }, { default: concludedOn }),
      results: fields.list({ zh: '验证', en: 'Verification' }, row, size, {
        default: answered.map(({ no }) => ({ no: `${no}` })),
      }),
    };
    const results = answered.map(({ no }) => ({ no: `${no}`, outcome: 'verified', evidence: '整改记录与现场照片' }));
    return fields.body(properties, { verifiedOn: concludedOn, results });
  },
  apply: (job, body, { at }) => {
    const answered = waiting(job, wantsVerification);
    assertEach(answered, body.results, '/results');
    assertVerifiable(job, body, at);
    const nonconformities = job.data.nonconformities.map((found) => {
      const result = body.results.find(({ no }) => no === `${found.no}`);
      if (!result) return found;
      return {
        ...found,
        verification: { outcome: result.outcome, evidence: result.evidence, on: body.verifiedOn },
      };
    });
    return { to: nonconformities.every(isClosed) ? 'NC_CLOSED' : 'NC_OPEN', data: { ...job.data, nonconformities } };
  },
});

function assertVerifiable(job: CertificationView, { verifiedOn, results }: VerifyBody, at: Date): void {
  const { concludedOn } = the(job.data.stage2, 'a stage 2');
  assertNotAhead(verifiedOn, at, '/verifiedOn');
  assertNotBefore(verifiedOn, concludedOn, '/verifiedOn');
  results.forEach(({ no, outcome }, index) => {
    const grade = job.data.nonconformities.find((found) => `${found.no}` === no)?.grade;
    if (grade !== 'major') return;
    if (outcome === 'plan-accepted') {
      throw refused('MAJOR_NEEDS_VERIFICATION', `/results/${index}/outcome`, {
        zh: '严重不符合项须验证有效，不能只接受整改计划',
        en: 'A major nonconformity must be verified; a plan is not enough',
      });
    }
    if (outcome === 'verified' && verifiedOn > lastDayToVerify(concludedOn)) {
      throw refused('STAGE2_AGAIN', '/verifiedOn', {
        zh: '严重不符合项在第二阶段结束后6个月内未验证，须重新进行第二阶段审核',
        en: 'A major nonconformity was not verified within six months: stage 2 must be done again',
      });
    }
  });
}

function assertEach(wanted: readonly Nonconformity[], rows: readonly { readonly no: string }[], pointer: string): void {
  const left = wanted.find(({ no }) => !rows.some((row) => row.no === `${no}`));
  if (!left) return;
  throw refused('NONCONFORMITY_LEFT_OUT', pointer, { zh: `缺第${left.no}项`, en: `No. ${left.no} is missing` });
}

/** When majors stay open, or the decision maker wants to see more. Findings of the stage 2 that did not hold are kept. */
export const repeatStage2 = returned({
  name: 'repeat-stage2',
  title: { zh: '重新进行第二阶段审核', en: 'Do stage 2 again' },
  role: 'technician',
  from: ['NC_OPEN', 'STAGE2', 'NC_CLOSED'],
  when: ({ status, data }) =>
    status === 'NC_OPEN'
      ? data.nonconformities.some((found) => found.grade === 'major' && !isClosed(found))
      : data.sentBack !== undefined,
  to: () => 'STAGE1',
  without: (data) => ({
    ...data,
    stage2: undefined,
    nonconformities: [],
    superseded: [...data.superseded, data.nonconformities],
  }),
});
