import { shanghaiDate, shanghaiTimeOfDay, type LocalizedText } from '@nqi/kernel';
import { jobStatusText } from './job-status-texts.js';
import type { StepDetail, StepKind } from './request.events.js';
import type { QuoteEnd } from '../quotes/quote-state.js';
import type { RequestState } from './request.js';

type NodeName = (nodeCode: string) => LocalizedText;

/** Details as they came back from storage: text where they were dates. */
interface Detail {
  nodeCode: string;
  fromNodeCode: string;
  institutionName?: string;
  onBehalf?: boolean;
  acceptDueAt?: string;
  completeDueAt?: string;
  missing: string[];
  reason: string;
  resolution: string;
  jobNo: string;
  toStatus: string;
  number: string;
  titleZh: string;
  titleEn: string;
  conclusion: string;
  stars: number;
  total: string;
  validUntil: string;
  quoteStatus: QuoteEnd;
}

const QUOTE_ENDS: Readonly<Record<QuoteEnd, LocalizedText>> = {
  ACCEPTED: { zh: '企业已接受', en: 'was accepted' },
  DECLINED: { zh: '企业未接受', en: 'was declined' },
  EXPIRED: { zh: '已过有效期', en: 'expired' },
  WITHDRAWN: { zh: '已撤回', en: 'was withdrawn' },
  REPLACED: { zh: '已由新报价取代', en: 'gave way to another one' },
};

const TEXTS: Readonly<Record<StepKind, (detail: Detail, nodeName: NodeName) => LocalizedText>> = {
  routed: ({ nodeCode, institutionName, acceptDueAt, completeDueAt }, nodeName) => ({
    zh:
      `已派至${nodeName(nodeCode).zh}` +
      (institutionName ? `，拟由${institutionName}承办` : '') +
      (acceptDueAt ? `；应于 ${minute(acceptDueAt)} 前受理` : '') +
      (completeDueAt ? `，${minute(completeDueAt)} 前办结` : ''),
    en:
      `Sent to ${nodeName(nodeCode).en}` +
      (institutionName ? `, to be performed by ${institutionName}` : '') +
      (acceptDueAt ? `; to be accepted by ${minute(acceptDueAt)}` : '') +
      (completeDueAt ? ` and completed by ${minute(completeDueAt)}` : ''),
  }),
  accepted: ({ nodeCode, completeDueAt }, nodeName) => ({
    zh: `${nodeName(nodeCode).zh}已受理` + (completeDueAt ? `，应于 ${minute(completeDueAt)} 前办结` : ''),
    en: `Accepted by ${nodeName(nodeCode).en}` + (completeDueAt ? `, to be completed by ${minute(completeDueAt)}` : ''),
  }),
  chosen: ({ institutionName, onBehalf }) => ({
    zh: `${onBehalf ? '服务站代为登记：' : ''}已选择由${institutionName ?? ''}承办`,
    en: `${onBehalf ? 'Recorded by the office: ' : ''}${institutionName ?? ''} was chosen to perform it`,
  }),
  transferred: ({ nodeCode, fromNodeCode, reason }, nodeName) => ({
    zh: `由${nodeName(fromNodeCode).zh}转至${nodeName(nodeCode).zh}：${reason}`,
    en: `Passed from ${nodeName(fromNodeCode).en} to ${nodeName(nodeCode).en}: ${reason}`,
  }),
  replaced: ({ institutionName, reason }) => ({
    zh: `承办机构改为${institutionName}：${reason}`,
    en: `${institutionName} now performs the work: ${reason}`,
  }),
  returned: ({ nodeCode, missing }, nodeName) => ({
    zh: `${nodeName(nodeCode).zh}退回补正，请补齐：${missing.join('；')}`,
    en: `Returned by ${nodeName(nodeCode).en} for correction; missing: ${missing.join('; ')}`,
  }),
  'item-ready': () => ({ zh: '前序事项已完成，开始办理', en: 'What came before is done; it begins' }),
  'item-forgone': () => ({
    zh: '前序事项未取得结果，本事项不再办理',
    en: 'Given up, since what it needed ended without a result',
  }),
  corrected: () => ({ zh: '已补正并重新提交', en: 'Corrected and sent again' }),
  split: ({ nodeCode, reason }, nodeName) => ({
    zh: `${nodeName(nodeCode).zh}将部分内容拆分为单独事项办理：${reason}`,
    en: `${nodeName(nodeCode).en} split a part off to be served as an item of its own: ${reason}`,
  }),
  resumed: ({ completeDueAt }) => ({
    zh: '恢复办理' + (completeDueAt ? `，办结时限顺延至 ${minute(completeDueAt)}` : ''),
    en: 'Work goes on' + (completeDueAt ? `; now to be completed by ${minute(completeDueAt)}` : ''),
  }),
  promised: ({ completeDueAt }) => ({
    zh: '时限已调整' + (completeDueAt ? `，应于 ${minute(completeDueAt)} 前办结` : ''),
    en: 'The limits have changed' + (completeDueAt ? `; now to be completed by ${minute(completeDueAt)}` : ''),
  }),
  'job-opened': ({ jobNo }) => ({ zh: `承办机构已立项，作业编号 ${jobNo}`, en: `Work opened as ${jobNo}` }),
  'job-advanced': ({ toStatus }) => {
    const status = jobStatusText(toStatus);
    return { zh: `办理进展：${status.zh}`, en: `Progress: ${status.en}` };
  },
  deliverable: ({ number, titleZh, titleEn, conclusion }) => ({
    zh: `已出具${titleZh}(${number})` + (conclusion ? `，结论：${conclusion}` : ''),
    en: `${titleEn} ${number} issued` + (conclusion ? `, conclusion: ${conclusion}` : ''),
  }),
  'demand-proposed': () => ({
    zh: '已按需求提出办理方案，请确认',
    en: 'Services are proposed for the demand; please confirm',
  }),
  'demand-declined': ({ reason }) => ({ zh: `企业未接受方案：${reason}`, en: `The proposal was declined: ${reason}` }),
  'demand-confirmed': () => ({ zh: '企业已确认办理方案', en: 'The proposal was confirmed' }),
  'demand-closed': ({ reason }) => ({ zh: `需求已关闭：${reason}`, en: `The demand was closed: ${reason}` }),
  quoted: ({ nodeCode, institutionName, total, validUntil }, nodeName) => ({
    zh: `${institutionName ?? nodeName(nodeCode).zh}报价 ${total}，有效期至 ${validUntil}`,
    en: `Quoted ${total} by ${institutionName ?? nodeName(nodeCode).en}, valid until ${validUntil}`,
  }),
  'quote-ended': ({ total, quoteStatus, reason }) => ({
    zh: `报价 ${total} ${QUOTE_ENDS[quoteStatus].zh}` + (reason ? `：${reason}` : ''),
    en: `The quote of ${total} ${QUOTE_ENDS[quoteStatus].en}` + (reason ? `: ${reason}` : ''),
  }),
  resolved: ({ resolution }) => ({
    zh: '本事项已办结' + (resolution ? `：${resolution}` : ''),
    en: 'This item is done' + (resolution ? `: ${resolution}` : ''),
  }),
  'item-cancelled': ({ reason }) => ({ zh: `本事项已终止：${reason}`, en: `This item was stopped: ${reason}` }),
  cancelled: ({ reason }) => ({ zh: `申请已撤回：${reason}`, en: `Withdrawn: ${reason}` }),
  completed: () => ({ zh: '全部事项办结，请评价', en: 'Everything is done; please rate the service' }),
  rated: ({ stars }) => ({ zh: `已评价：${stars} 星`, en: `Rated ${stars} of 5 stars` }),
};

export function stepText(kind: StepKind, detail: StepDetail, nodeName: NodeName): LocalizedText {
  return TEXTS[kind](detail as unknown as Detail, nodeName);
}

export function filedText({ requestNo, filedAtOffice }: RequestState, nodeName: NodeName): LocalizedText {
  if (filedAtOffice === undefined) {
    return { zh: `企业提交申请，编号 ${requestNo}`, en: `Filed by the enterprise as ${requestNo}` };
  }
  const office = nodeName(filedAtOffice);
  return {
    zh: `${office.zh}代企业提交申请，编号 ${requestNo}`,
    en: `Filed for the enterprise by ${office.en} as ${requestNo}`,
  };
}

/** `2026-11-24 17:30`, Shanghai time. */
function minute(iso: string): string {
  const at = new Date(iso);
  const minutes = Math.floor(shanghaiTimeOfDay(at) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${shanghaiDate(at)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
