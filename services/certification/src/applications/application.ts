import { addMonths } from '@nqi/kernel';
import type { Complexity } from '../schemes/scheme.js';

/** What must hold before a management system may be audited; one line of the check list. */
export interface Precondition {
  readonly item: string;
  readonly met: boolean;
  readonly evidence: string;
}

export interface AppliedScheme {
  readonly scheme: string;
  readonly scope: string;
  readonly personnel: number;
  readonly complexity?: Complexity;
  /** Person-days of the initial audit by the table; absent where no table tells. */
  readonly tableDays?: string;
}

/** The application as the certification body has reviewed it. */
export interface Application {
  readonly reviewedOn: string;
  readonly address: string;
  /** Since when the system has been running, and when it last looked at itself. */
  readonly runningSince: string;
  readonly internalAuditOn: string;
  readonly managementReviewOn: string;
  readonly schemes: readonly AppliedScheme[];
  readonly preconditions: readonly Precondition[];
}

const LEAST_MONTHS_RUNNING = 3;

/** 质量管理体系认证规则 (2026-01-01), which other management systems follow in this. */
const FOR_ALL: readonly string[] = [
  '具有法律地位，所需行政许可和资质有效',
  '未因自身原因被原认证机构暂停或撤销证书，或撤销已满1年',
  '原认证机构未被撤销批准，或撤销已满3个月',
  '未被行政监管部门责令停产停业',
  '未列入严重违法失信名单(国家企业信用信息公示系统、信用中国)',
  '近1年内未发生重大事故，国家监督抽查无不合格或已整改',
];
const FOR_SCHEME: Readonly<Record<string, string>> = {
  EMS: '环境影响评价、排污许可等环保手续有效',
  OHSMS: '安全生产许可、职业病危害申报等手续有效(适用时)',
  FSMS: '食品生产(经营)许可有效',
  HACCP: 'HACCP计划经确认并已实施',
};

export const preconditionsOf = (schemes: readonly string[]): string[] => [
  ...FOR_ALL,
  ...schemes.flatMap((scheme) => FOR_SCHEME[scheme] ?? []),
];

/** Everything that keeps the application from being accepted. */
export function obstaclesOf(application: Application): string[] {
  const { reviewedOn, runningSince, internalAuditOn, managementReviewOn } = application;
  const tooYoung = addMonths(runningSince, LEAST_MONTHS_RUNNING) > reviewedOn;
  const before = (date: string) => date < runningSince;
  return [
    ...(tooYoung ? [`体系运行不足${LEAST_MONTHS_RUNNING}个月`] : []),
    ...(before(internalAuditOn) ? ['体系运行以来未完成内部审核'] : []),
    ...(before(managementReviewOn) ? ['体系运行以来未完成管理评审'] : []),
    ...application.preconditions.filter(({ met }) => !met).map(({ item }) => `不满足：${item}`),
  ];
}
