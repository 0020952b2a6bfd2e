import { judgePoint, type DecisionRule, type Verdict } from '../measurement/judgement.js';
import { roundedLike } from '../measurement/uncertainty.js';
import type { PlannedGroup } from './plan.js';

export const CALIBRATION_COLUMNS = ['编号', '标准值', '示值', '误差', 'U', '最大允许误差', '单位', '符合性'];

/** What each rule says on the certificate; ISO/IEC 17025 wants the rule beside every statement of conformity. */
export const DECISION_RULES: Readonly<Record<DecisionRule, string>> = {
  none: '本证书只给出校准结果，不作符合性声明。',
  'simple-acceptance': '判定规则：简单接受(w=0)，误差绝对值不大于最大允许误差判为符合，未计入测量不确定度。',
  'guard-band':
    '判定规则：保护带 w=U，误差绝对值加 U 不大于最大允许误差判为符合，减 U 后仍大于最大允许误差判为不符合，其余无法判定。',
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  PASS: '符合',
  FAIL: '不符合',
  INCONCLUSIVE: '无法判定',
  NONE: '—',
};

/** Counts, never a typed word: a calibration gives values, and a statement only where one was agreed. */
export function calibrationConclusion(parts: readonly PlannedGroup[]): string {
  return parts
    .map(({ group, result, count }) => {
      const { PASS, FAIL, INCONCLUSIVE } = result.counts;
      const scope =
        count < group.quantity ? `委托 ${group.quantity} 台(件)，校准 ${count} 台(件)` : `校准 ${count} 台(件)`;
      if (result.rule === 'none') return `${group.name}：${scope}，结果见数据页`;
      const verdicts = [
        `符合 ${PASS} 台(件)`,
        FAIL > 0 && `不符合 ${FAIL} 台(件)`,
        INCONCLUSIVE > 0 && `无法判定 ${INCONCLUSIVE} 台(件)`,
      ];
      return `${group.name}：${scope}，${verdicts.filter(Boolean).join('、')}`;
    })
    .join('；');
}

/** One row per instrument and point; the error is given to the decimals of its uncertainty. */
export function calibrationRows({ instruments, result }: PlannedGroup): string[][] {
  return instruments.flatMap(({ serial, readings, errors }) =>
    result.points.map((point, index) => {
      const error = errors[index] ?? '';
      const { nominal, mpe, uncertainty = '' } = point;
      const shown = uncertainty ? roundedLike(error, uncertainty) : error;
      const verdict = VERDICTS[judgePoint(point, error, result.rule)];
      return [serial, nominal, readings[index] ?? '', shown, uncertainty, mpe ? `±${mpe}` : '—', result.unit, verdict];
    }),
  );
}
