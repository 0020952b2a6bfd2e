import {
  JobCompletedSchema,
  JobOpenedSchema,
  RequestCancelledSchema,
  RequestItemCorrectedSchema,
  RequestItemReadySchema,
  TOPICS,
  eventMessage,
  toTimestamp,
  type EventMessage,
  type TicketSplit,
} from '@nqi/contracts';
import { newId } from '@nqi/kernel';

export interface Item {
  readonly requestId: string;
  readonly itemId: string;
  readonly regionCode: string;
  readonly parkCode: string;
  readonly serviceCode: string;
  readonly domain: string;
  readonly uscc: string;
  readonly form: unknown;
  readonly chosenInstitutionId: string;
  readonly limitDays: number;
}

/** An item of 滕州 that asks for mandatory verification, unless told otherwise. */
export function anItem(differs: Partial<Item> = {}): Item {
  return {
    requestId: newId(),
    itemId: newId(),
    regionCode: '370481',
    parkCode: '',
    serviceCode: 'MET-001',
    domain: 'metrology',
    uscc: '91370481XD4164886N',
    form: { instruments: [{ ref: 'MI004', name: '数字指示秤', qty: 2 }] },
    chosenInstitutionId: '',
    limitDays: 10,
    ...differs,
  };
}

export const advice = (differs: Partial<Item> = {}): Item =>
  anItem({ serviceCode: 'CON-001', domain: 'consulting', form: { note: '质量诊断' }, ...differs });

const requestOf = (item: Item) => ({
  requestId: item.requestId,
  requestNo: `ZZ-JL-20261124-${item.requestId.slice(-6)}`,
  enterpriseUscc: item.uscc,
  enterpriseName: '滕州演示隆博精密机械有限公司',
  regionCode: item.regionCode,
  parkCode: item.parkCode,
});

/** `differs` overrides fields of the event itself, for events that break their contract. */
export function ready(item: Item, differs: Record<string, unknown> = {}): EventMessage {
  return eventMessage(TOPICS.request, item.requestId, RequestItemReadySchema, {
    request: requestOf(item),
    itemId: item.itemId,
    serviceCode: item.serviceCode,
    serviceNameZh: '强制检定工作计量器具备案与申请',
    serviceNameEn: 'Mandatory verification filing',
    domain: item.domain,
    performingLevel: 'county',
    completeLimitDays: item.limitDays,
    mode: 'online',
    urgency: 'normal',
    contactName: '联系人001',
    contactPhone: '13800005678',
    formJson: JSON.stringify(item.form),
    chosenInstitutionId: item.chosenInstitutionId,
    filedAt: toTimestamp(new Date()),
    readyAt: toTimestamp(new Date()),
    ...differs,
  });
}

/** The item that intake makes of a split, as it tells routing of it. */
export function splitOff(item: Item, split: TicketSplit): EventMessage {
  return ready(
    { ...item, itemId: split.newItemId },
    {
      formJson: split.newFormJson,
      completeLimitDays: split.completeLimitDays,
      promisedFrom: split.promisedFrom,
      splitFromTicketId: split.ticket?.ticketId,
    },
  );
}

export function corrected(item: Item, form: unknown): EventMessage {
  return eventMessage(TOPICS.request, item.requestId, RequestItemCorrectedSchema, {
    request: requestOf(item),
    itemId: item.itemId,
    formJson: JSON.stringify(form),
    correctedAt: toTimestamp(new Date()),
  });
}

export function cancelled(...items: readonly [Item, ...Item[]]): EventMessage {
  return eventMessage(TOPICS.request, items[0].requestId, RequestCancelledSchema, {
    request: requestOf(items[0]),
    itemIds: items.map(({ itemId }) => itemId),
    reason: '不再需要',
    cancelledBy: 'ent-370481',
    cancelledAt: toTimestamp(new Date()),
  });
}

export interface Job {
  readonly jobId: string;
  readonly ticketId: string;
  /** The one that the router proposes in the tests’ city, unless said otherwise. */
  readonly institutionId?: string;
}

const jobOf = ({ institutionId = 'ORG011', ...job }: Job) => ({
  ...job,
  institutionId,
  jobNo: 'JB-JL-20261124-000001',
  domain: 'metrology',
});

export function jobOpened(job: Job): EventMessage {
  return eventMessage(TOPICS.metrologyJob, job.jobId, JobOpenedSchema, {
    job: jobOf(job),
    openedAt: toTimestamp(new Date()),
  });
}

export function jobCompleted(job: Job, deliverableNumbers: string[] = ['JL-20261124-000001']): EventMessage {
  return eventMessage(TOPICS.metrologyJob, job.jobId, JobCompletedSchema, {
    job: jobOf(job),
    deliverableNumbers,
    completedAt: toTimestamp(new Date()),
  });
}
