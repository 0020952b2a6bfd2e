export { WorkModule, type WorkExtensions } from './work.module.js';
export { CreateWork1764000000100, ReplaceableJobs1764000000110, WORK_OFFICE_COLUMNS } from './schema.js';
export { PROCEDURE } from './procedure-token.js';
export { Job, type JobEvent, type JobState, type JobStep } from './jobs/job.js';
export {
  jobAction,
  type JobAction,
  type JobFacts,
  type JobView,
  type JsonSchema,
  type Person,
  type Procedure,
  type StaffRole,
  type Step,
} from './jobs/procedure.js';
export {
  DELIVERABLE_KINDS,
  type Deliverable,
  type DeliverableKind,
  type DraftDeliverable,
} from './deliverables/deliverable.js';
export { IssueFollower } from './deliverables/issue-follower.js';
export { dateRules, type DateRules } from './jobs/date-rules.js';
export * as fields from './jobs/fields.js';
export { adviceActions, type AdviceWay, type WithAdvice } from './advice/advice.actions.js';
export { adviceConclusion, type Advice, type AdviceTopic, type Finding } from './advice/advice.js';
