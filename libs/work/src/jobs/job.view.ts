import type { LocalizedText, TechnicalDomain } from '@nqi/kernel';
import { deliverableView, type DeliverableView } from '../deliverables/deliverable.view.js';
import { Job, type JobState, type JobStep } from './job.js';
import type { JobAction, JsonSchema, Procedure } from './procedure.js';
import type { JobWithHistory } from './read-job.query.js';

/** A job in a list. */
export interface JobBrief {
  readonly id: string;
  readonly jobNo: string;
  readonly domain: TechnicalDomain;
  readonly ticketId: string;
  readonly requestId: string;
  readonly requestNo: string;
  readonly itemId: string;
  readonly serviceCode: string;
  readonly serviceName: LocalizedText;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly nodeCode: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly mode: string;
  readonly status: string;
  readonly version: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface ActionView {
  readonly name: string;
  readonly title: LocalizedText;
  readonly role: JobAction<string, unknown>['role'];
  readonly schema: JsonSchema;
}

/** A job on its own page. */
export interface JobViewBody extends JobBrief {
  readonly data: unknown;
  readonly people: JobState<string, unknown>['people'];
  readonly actions: readonly ActionView[];
  readonly history: readonly JobStep<string>[];
  readonly deliverables: readonly DeliverableView[];
}

export const jobBrief = (domain: TechnicalDomain, state: JobState<string, unknown>): JobBrief => ({
  id: state.id,
  jobNo: state.jobNo,
  domain,
  ticketId: state.ticketId,
  requestId: state.requestId,
  requestNo: state.requestNo,
  itemId: state.itemId,
  serviceCode: state.serviceCode,
  serviceName: state.serviceName,
  enterprise: { uscc: state.enterpriseUscc, name: state.enterpriseName },
  nodeCode: state.nodeCode,
  institutionId: state.institutionId,
  institutionName: state.institutionName,
  mode: state.mode,
  status: state.status,
  version: state.version,
  openedAt: state.openedAt,
  closedAt: state.closedAt,
});

export function jobView(procedure: Procedure<string, unknown>, job: JobWithHistory): JobViewBody {
  const { state, history, deliverables } = job;
  const { actions } = Job.restore(procedure, state);
  return {
    ...jobBrief(procedure.domain, state),
    data: state.data,
    people: state.people,
    actions: actions.map((action) => ({
      name: action.name,
      title: action.title,
      role: action.role,
      schema: action.schema(state),
    })),
    history,
    deliverables: deliverables.map(deliverableView),
  };
}
