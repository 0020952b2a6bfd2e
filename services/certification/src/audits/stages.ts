/** What stage 1 looks at (ISO/IEC 17021-1, 9.3.1.2): whether stage 2 makes sense. */
export const STAGE1_TOPICS: readonly string[] = [
  '体系文件满足标准要求',
  '现场条件与人员具备第二阶段审核条件',
  '关键绩效、过程、目标和运行已识别',
  '认证范围、场所、过程与法律法规要求已明确',
  '内部审核与管理评审已策划并实施',
];

export interface Stage1 {
  readonly concludedOn: string;
  readonly topics: readonly { readonly topic: string; readonly ready: boolean; readonly remark?: string }[];
  /** What was not ready, and how it was put right. */
  readonly resolutions: readonly { readonly topic: string; readonly resolution: string }[];
}

export interface Stage2 {
  readonly concludedOn: string;
  readonly audited: string;
}

/** Topics of stage 1 that still stand in the way of stage 2. */
export function stage1Issues({ topics, resolutions }: Stage1): string[] {
  const resolved = new Set(resolutions.map(({ topic }) => topic));
  return topics.filter(({ topic, ready }) => !ready && !resolved.has(topic)).map(({ topic }) => topic);
}
