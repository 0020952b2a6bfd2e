import { observations } from '../judgement/settle.js';
import { VERDICT_NAMES } from '../judgement/verdict.js';
import type { LineResult } from '../jobs/testing-job.js';
import type { AgreedItem, AgreedLine } from '../plan/test-plan.js';
import { requirementOf } from './requirement.js';
import type { ReportedLine } from './reported-line.js';

export const RESULT_COLUMNS = ['序号', '检测项目', '检测方法', '技术要求', '样品编号', '检测结果', '单位', '判定'];

const MARKS = { licensed: '', unlicensed: '△', subcontracted: '※' } as const;

/** One row per item and sample, and one for all units of a sampling plan. */
export function resultRows({ agreed, result, samples }: ReportedLine): string[][] {
  return result.items.flatMap((entry, index) => {
    const item = itemOf(agreed, entry.item);
    const codes = entry.verdicts.length === entry.values.length ? samples.codes : ['各单位样品'];
    return observations(entry.values, entry.verdicts).map((value, row) => [
      row === 0 ? String(index + 1) : '',
      row === 0 ? item.parameter + MARKS[item.scope] : '',
      row === 0 ? item.method : '',
      row === 0 ? requirementOf(item) : '',
      shortCode(codes[row] ?? ''),
      value,
      item.unit ?? '',
      VERDICT_NAMES[entry.verdicts[row] ?? 'UNJUDGED'].zh,
    ]);
  });
}

/** Who did what another laboratory did, which methods are old on whose wish, and what a person judged and why. */
export function remarksOf(agreed: AgreedLine, result: LineResult): string[] {
  const outside = agreed.items
    .filter(({ scope }) => scope === 'subcontracted')
    .map(({ parameter, subcontractor }) => `※ ${parameter}：由 ${subcontractor ?? ''} 检测`);
  const old = agreed.items.flatMap(({ parameter, method, oldEdition }) =>
    oldEdition ? [`${parameter}：按客户要求采用 ${method}，理由：${oldEdition}`] : [],
  );
  const ruled = result.items.flatMap(({ item, reasons = {} }) =>
    Object.entries(reasons).map(
      ([value, reason]) => `${itemOf(agreed, item).parameter}“${value}”的判定理由：${reason}`,
    ),
  );
  return [...outside, ...old, ...ruled];
}

function itemOf(agreed: AgreedLine, id: string): AgreedItem {
  const item = agreed.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no item ${id} was agreed`);
  return item;
}

/** Job and date stand above the table; the table keeps line and number. */
const shortCode = (code: string): string => code.split('-').slice(-2).join('-');
