import { adviceActions, type JobFacts, type Procedure } from '@nqi/work';
import { filedTests, noteOf } from '../plan/filed-tests.js';
import type { TestReferences } from '../plan/test-references.js';
import { askForChanges, recordSignature, reviewContract, signContract } from './contract.actions.js';
import { approveReport, deliver } from './issue.actions.js';
import { recordResults } from './results.action.js';
import { orderRetest, refuseReport, reviewData } from './review.actions.js';
import { receiveSamples, rejectSamples } from './samples.actions.js';
import { assignTask } from './task.action.js';
import { MOVES, type TestingData, type TestingStatus } from './testing-job.js';
import { topicsOf, wayOf } from './ways.js';

const advice = adviceActions<TestingStatus, TestingData>({
  states: { from: 'CONTRACT_REVIEW', drafted: 'ADVICE_DRAFTED', reviewed: 'ADVICE_REVIEWED', issued: 'ADVICE_ISSUED' },
  when: ({ data }) => data.way === 'advice',
  topics: ({ serviceCode }) => topicsOf(serviceCode),
  subjects: ({ data }) => [
    ...(data.note ? [{ heading: '委托说明 Request', text: data.note }] : []),
    ...(data.tests.length > 0
      ? [
          {
            heading: '涉及产品 Products',
            columns: ['序号', '产品', '标准', '样品数'],
            rows: data.tests.map(({ line, product, standard, samples }) => [
              String(line),
              product,
              standard ?? '',
              String(samples),
            ]),
          },
        ]
      : []),
  ],
});

/** How a testing laboratory works on one ticket. */
export const testingProcedure = (references: TestReferences): Procedure<TestingStatus, TestingData> => ({
  domain: 'testing',
  moves: MOVES,
  initial: 'CONTRACT_REVIEW',
  final: ['DELIVERED', 'ADVICE_ISSUED'],
  actions: [
    reviewContract(references),
    recordSignature,
    signContract,
    askForChanges,
    receiveSamples,
    rejectSamples,
    assignTask,
    recordResults,
    reviewData,
    approveReport,
    deliver,
    ...advice,
    orderRetest,
    refuseReport,
  ],
  open: (form: unknown, facts: JobFacts): TestingData => {
    const tests = filedTests(form, references);
    const note = noteOf(form);
    return {
      way: wayOf(facts.serviceCode, tests.length),
      tests,
      ...(note && { note }),
      qualifications: references.qualificationsOf(facts.institutionId),
      samples: [],
      results: [],
      superseded: [],
    };
  },
});
