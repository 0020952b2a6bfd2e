import { KEPT_AS_EVIDENCE, type PersonalDataPlace } from '@nqi/platform';

/** Where jobs and deliverables keep data of people who sign in. */
export const WORK_PERSONAL_DATA: readonly PersonalDataPlace[] = [
  {
    what: { zh: '业务操作记录', en: 'Steps of jobs' },
    table: 'job_step',
    where: 'actor = $1',
    by: 'username',
    show: ['job_id', 'action', 'at'],
    erasure: { kept: KEPT_AS_EVIDENCE },
  },
  {
    what: { zh: '承担的业务', en: 'Jobs worked on' },
    table: 'job',
    where: `jsonb_path_exists(people, '$.* ? (@.username == $who)', jsonb_build_object('who', $1::text))`,
    by: 'username',
    show: ['job_no', 'people', 'opened_at'],
    erasure: { kept: KEPT_AS_EVIDENCE },
  },
  {
    what: { zh: '签发的证书报告', en: 'Documents issued' },
    table: 'deliverable',
    where: 'issued_by = $1',
    by: 'username',
    show: ['number', 'title_zh', 'issued_at'],
    erasure: { kept: KEPT_AS_EVIDENCE },
  },
];
