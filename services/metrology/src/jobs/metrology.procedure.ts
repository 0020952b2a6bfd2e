import { adviceActions, type JobFacts, type Procedure } from '@nqi/work';
import { groupsOf, noteOf } from '../instruments/groups.js';
import type { InstrumentCatalogue } from '../instruments/instrument-kind.js';
import { receive, scheduleVisit } from './arrival.actions.js';
import { check, refuse, sendBack } from './check.actions.js';
import { approve, handOver } from './issue.actions.js';
import { measure } from './measure.action.js';
import { MOVES, type MetrologyData, type MetrologyStatus, type Qualification } from './metrology-job.js';
import { prepare } from './prepare.action.js';
import { topicsOf, wayOf } from './ways.js';

/** What the procedure reads from outside the job. */
export interface MetrologyReferences {
  readonly catalogue: InstrumentCatalogue;
  qualificationsOf(institutionId: string): readonly Qualification[];
}

const advice = adviceActions<MetrologyStatus, MetrologyData>({
  states: {
    from: 'APPOINTMENT_ACCEPTED',
    drafted: 'ADVICE_DRAFTED',
    reviewed: 'ADVICE_REVIEWED',
    issued: 'ADVICE_ISSUED',
  },
  when: ({ data }) => data.way === 'advice',
  topics: ({ serviceCode }) => topicsOf(serviceCode),
  subjects: ({ data }) => [
    ...(data.note ? [{ heading: '委托说明 Request', text: data.note }] : []),
    ...(data.groups.length > 0
      ? [
          {
            heading: '涉及器具 Instruments',
            columns: ['序号', '名称', '型号', '测量范围', '准确度', '数量'],
            rows: data.groups.map(({ no, name, model, range, accuracy, filed }) =>
              [String(no), name, model, range, accuracy, String(filed)].map((cell) => cell ?? ''),
            ),
          },
        ]
      : []),
  ],
});

/** How an office of weights and measures works on one ticket. */
export const metrologyProcedure = (references: MetrologyReferences): Procedure<MetrologyStatus, MetrologyData> => ({
  domain: 'metrology',
  moves: MOVES,
  initial: 'APPOINTMENT_ACCEPTED',
  final: ['RETURNED_TO_CLIENT', 'ADVICE_ISSUED'],
  actions: [receive, scheduleVisit, prepare, measure, check, approve, handOver, ...advice, sendBack, refuse],
  open: (form: unknown, facts: JobFacts): MetrologyData => {
    const groups = groupsOf(form, references.catalogue);
    return {
      way: wayOf(facts.serviceCode, groups.length),
      groups,
      note: noteOf(form),
      qualifications: references.qualificationsOf(facts.institutionId),
      results: [],
      superseded: [],
    };
  },
});
