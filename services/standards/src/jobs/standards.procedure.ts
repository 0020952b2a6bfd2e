import { adviceActions, type JobFacts, type Procedure } from '@nqi/work';
import { checkActions } from '../checks/check.actions.js';
import { checkStandards } from '../checks/check.js';
import { CHECK_COLUMNS, checkRow } from '../checks/check-report.js';
import { comparisonActions } from '../comparisons/comparison.actions.js';
import type { Corpus } from '../corpus/standard.js';
import { declarationActions } from '../declarations/declaration.actions.js';
import { filedStandards } from './filed-standards.js';
import { MOVES, takes, type StandardsData, type StandardsStatus } from './standards-job.js';
import { topicsOf, wayOf } from './ways.js';

/** How a standards institution works on one ticket. */
export function standardsProcedure(corpus: Corpus): Procedure<StandardsStatus, StandardsData> {
  const [check, declaration, comparison] = [
    checkActions(corpus),
    declarationActions(corpus),
    comparisonActions(corpus),
  ];
  const ways = [check, declaration, comparison];
  return {
    domain: 'standards',
    moves: MOVES,
    initial: 'INTAKE',
    final: ['CHECK_ISSUED', 'CLOSED', 'COMPARISON_ISSUED', 'ADVICE_ISSUED'],
    actions: [...ways.flatMap(({ forward }) => forward), ...adviceOn(corpus), ...ways.flatMap(({ back }) => back)],
    open: (form: unknown, facts: JobFacts): StandardsData => {
      const { citations, note } = filedStandards(form);
      return { way: wayOf(facts.serviceCode, citations.length), citations, note };
    },
  };
}

/** Advice on standards always says how the standards concerned stand on the day it was given. */
const adviceOn = (corpus: Corpus) =>
  adviceActions<StandardsStatus, StandardsData>({
    states: { from: 'INTAKE', drafted: 'ADVICE_DRAFTED', reviewed: 'ADVICE_REVIEWED', issued: 'ADVICE_ISSUED' },
    when: takes('advice'),
    topics: ({ serviceCode }) => topicsOf(serviceCode),
    subjects: ({ data }) => {
      const day = data.advice?.concludedOn ?? '';
      const rows = checkStandards(data.citations, day, corpus).map(checkRow);
      return [
        ...(data.note ? [{ heading: '委托说明 Request', text: data.note }] : []),
        ...(rows.length > 0 ? [{ heading: `相关标准状态(${day}) Standards`, columns: CHECK_COLUMNS, rows }] : []),
      ];
    },
    kind: 'standards-report',
    title: { zh: '标准化服务报告', en: 'Standardization Service Report' },
  });
