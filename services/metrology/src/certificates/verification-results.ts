import { judgePoint, type Point } from '../measurement/judgement.js';
import { withoutDate } from '../measurement/validity.js';
import type { InstrumentResult } from '../measurement/results.js';
import type { PlannedDocument, PlannedGroup } from './plan.js';

export const VERIFICATION_COLUMNS = ['出厂编号', '标称值', '示值', '误差', '最大允许误差', '单位', '结论'];
export const BATCH_COLUMNS = ['标称值', '最小示值', '最大示值', '最大允许误差', '单位', '结论'];

export function verificationConclusion({ kind, parts }: PlannedDocument): string {
  const list = parts.map(({ group, count }) => `${group.name} ${count} 台(件)`).join('、');
  return kind === 'result-notice' ? `不合格，不得使用：${list}` : `合格，准予使用：${list}`;
}

export function validityNote({ group }: PlannedGroup): string {
  return group.periodMonths ? `检定周期 ${group.periodMonths} 个月` : withoutDate(group.kind);
}

/** One row per instrument and point, with the error that was computed. */
export function verificationRows({ instruments, result }: PlannedGroup): string[][] {
  return instruments.flatMap(({ serial, readings, errors }) =>
    result.points.map((point, index) => {
      const { nominal, mpe } = point;
      const error = errors[index] ?? '';
      return [
        serial,
        nominal,
        readings[index] ?? '',
        error,
        `±${mpe}`,
        result.unit,
        isOver(point, error) ? '超差' : '合格',
      ];
    }),
  );
}

export function batchRows({ result }: PlannedGroup): string[][] {
  return result.points.map(({ nominal, mpe }, index) => {
    const { lowest, highest } = result.extremes?.[index] ?? { lowest: '', highest: '' };
    return [nominal, lowest, highest, `±${mpe}`, result.unit, '合格'];
  });
}

/** Every reason, instrument by instrument. */
export function nonconformities({ instruments, result }: PlannedGroup): string {
  return instruments.map((instrument) => `${instrument.serial}:${reasonsOf(instrument, result).join('；')}`).join('\n');
}

function reasonsOf({ errors, defect }: InstrumentResult, { points, unit }: PlannedGroup['result']): string[] {
  const over = points.flatMap((point, index) => {
    const { nominal, mpe } = point;
    const error = errors[index] ?? '';
    return isOver(point, error) ? [`${nominal} ${unit} 点误差 ${error} ${unit}，超出 ±${mpe} ${unit}`] : [];
  });
  return [...over, ...(defect ? [defect] : [])];
}

const isOver = (point: Point, error: string): boolean => judgePoint(point, error, 'simple-acceptance') === 'FAIL';
