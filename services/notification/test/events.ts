import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  VoucherAdvancedSchema,
  VoucherRemindedSchema,
  QuoteAnsweredSchema,
  QuoteEndedSchema,
  QuoteOfferedSchema,
  QuoteRemindedSchema,
  RectificationAdvancedSchema,
  RectificationOverdueSchema,
  DeliverableIssuedSchema,
  JobAdvancedSchema,
  JobCompletedSchema,
  RequestCancelledSchema,
  RequestCompletedSchema,
  RequestFiledSchema,
  RequestItemForgoneSchema,
  TOPICS,
  TicketAcceptedSchema,
  TicketAssignedSchema,
  TicketClock,
  TicketReturnedSchema,
  TicketRoutedSchema,
  TicketRungReachedSchema,
  TicketSlaAtRiskSchema,
  TicketSlaBreachedSchema,
  TicketTransferredSchema,
  TicketUrgedSchema,
  eventMessage,
  toTimestamp,
} from '@nqi/contracts';
import { newId } from '@nqi/kernel';

export const STATION = 'PROV-370000/HUB-370400/WS-370481';
export const OTHER_STATION = 'PROV-370000/HUB-370400/WS-370402';
export const INSTITUTION = 'ORG005';
const DUE = toTimestamp(new Date('2026-11-25T09:30:00Z'));
const NOW = toTimestamp(new Date('2026-11-24T02:00:00Z'));

let sequence = 0;

/** One request of one enterprise on its way; each call is another enterprise's. */
export function aMatter() {
  sequence += 1;
  const uscc = `91370481TEST${String(sequence).padStart(6, '0')}`;
  const [requestId, ticketId, jobId] = [newId(), newId(), newId()];
  const request = {
    requestId,
    requestNo: 'ZZ-JL-20261124-000001',
    enterpriseUscc: uscc,
    enterpriseName: '滕州演示机床厂',
    regionCode: '370481',
  };
  const ticket = {
    ticketId,
    ticketNo: 'TK-JL-20261124-000001',
    requestId,
    requestNo: request.requestNo,
    itemId: newId(),
    serviceCode: 'MET-001',
    serviceNameZh: '强制检定',
    serviceNameEn: 'Mandatory verification',
    domain: 'metrology',
    enterpriseUscc: uscc,
    enterpriseName: request.enterpriseName,
    nodeCode: 'WS-370481',
    nodePath: STATION,
    institutionId: INSTITUTION,
    institutionName: '枣庄市计量测试所',
    version: 1,
  };
  const job = {
    jobId,
    jobNo: 'JB-JL-20261124-000001',
    domain: 'metrology',
    ticketId,
    requestId,
    itemId: ticket.itemId,
    serviceCode: 'MET-001',
    enterpriseUscc: uscc,
    nodeCode: 'WS-370481',
    institutionId: INSTITUTION,
  };
  const rectification = { rectificationId: requestId, cause: 'bad-rating', nodePath: STATION, status: 'OPEN' };
  const quote = (status: string) => ({
    quoteId: requestId,
    itemId: ticket.itemId,
    serviceNameZh: '校准',
    serviceNameEn: 'Calibration',
    ticketId,
    nodePath: STATION,
    institutionId: INSTITUTION,
    totalFen: 123_450n,
    validUntil: '2026-12-01',
    status,
  });
  const ofRequest = <D extends Declared<'request'>>(schema: D, event: MessageInitShape<D>) =>
    eventMessage(TOPICS.request, requestId, schema, event);
  const ofTicket = <D extends Declared<'ticket'>>(schema: D, event: MessageInitShape<D>) =>
    eventMessage(TOPICS.ticket, ticketId, schema, event);
  const ofJob = <D extends Declared<'metrologyJob'>>(schema: D, event: MessageInitShape<D>) =>
    eventMessage(TOPICS.metrologyJob, jobId, schema, event);
  const voucher = {
    voucherId: requestId,
    programmeNameZh: '质量券',
    programmeNameEn: 'Quality voucher',
    enterpriseUscc: uscc,
    faceFen: 20_000n,
    amountFen: 9_999n,
    lastDay: '2026-12-31',
    requestNo: request.requestNo,
  };
  return {
    uscc,
    requestId,
    ticketId,
    jobId,
    filed: ofRequest(RequestFiledSchema, { request, items: [{ itemId: ticket.itemId }], filedAt: NOW }),
    cancelled: ofRequest(RequestCancelledSchema, { request, reason: '不再需要' }),
    completed: ofRequest(RequestCompletedSchema, { request }),
    forgone: ofRequest(RequestItemForgoneSchema, {
      request,
      itemId: ticket.itemId,
      serviceNameZh: '强制性产品认证',
      serviceNameEn: 'Compulsory certification',
    }),
    rectified: (step: string) =>
      ofRequest(RectificationAdvancedSchema, { request, rectification, step, callBackDueAt: DUE, rectifyDueAt: DUE }),
    rectificationOverdue: ofRequest(RectificationOverdueSchema, {
      request,
      rectification,
      clock: 'call-back',
      dueAt: DUE,
    }),
    quoted: ofRequest(QuoteOfferedSchema, { request, quote: quote('OFFERED') }),
    quoteReminded: ofRequest(QuoteRemindedSchema, { request, quote: quote('OFFERED') }),
    quoteAnswered: (status: string) =>
      ofRequest(QuoteAnsweredSchema, { request, quote: quote(status), reason: status === 'DECLINED' ? '太贵' : '' }),
    quoteEnded: (status: string) => ofRequest(QuoteEndedSchema, { request, quote: quote(status) }),
    voucher: (step: string, order: { nodePath?: string; institutionId?: string } = {}) =>
      eventMessage(TOPICS.voucher, requestId, VoucherAdvancedSchema, {
        voucher: { ...voucher, ...order },
        step,
        note: '发票有误',
      }),
    voucherReminded: eventMessage(TOPICS.voucher, requestId, VoucherRemindedSchema, { voucher }),
    routed: ofTicket(TicketRoutedSchema, { ticket, urgency: 'urgent', acceptDueAt: DUE, completeDueAt: DUE }),
    accepted: ofTicket(TicketAcceptedSchema, { ticket, urgency: 'normal', completeDueAt: DUE }),
    acceptedWithoutInstitution: ofTicket(TicketAcceptedSchema, {
      ticket: { ...ticket, institutionId: '', institutionName: '' },
      completeDueAt: DUE,
    }),
    assigned: ofTicket(TicketAssignedSchema, { ticket, assignee: 'clerk' }),
    transferred: ofTicket(TicketTransferredSchema, {
      ticket: { ...ticket, nodeCode: 'WS-370402', nodePath: OTHER_STATION },
      fromNodeCode: 'WS-370481',
      reason: '本站无此能力',
    }),
    returned: ofTicket(TicketReturnedSchema, { ticket, missing: ['缺少器具清单', '电话有误'] }),
    urged: ofTicket(TicketUrgedSchema, { ticket, urges: 2, message: '急需开业', urgedAt: NOW }),
    atRisk: ofTicket(TicketSlaAtRiskSchema, { ticket, clock: TicketClock.ACCEPT, dueAt: DUE }),
    breached: ofTicket(TicketSlaBreachedSchema, { ticket, clock: TicketClock.COMPLETE, dueAt: DUE }),
    lifted: ofTicket(TicketRungReachedSchema, {
      ticket,
      clock: TicketClock.ACCEPT,
      rung: 'overdue-1',
      audience: 'parent-lead',
      audiencePath: 'PROV-370000/HUB-370400',
      outcome: 'LIFTED',
      toNodeCode: 'HUB-370400',
      dueAt: DUE,
    }),
    reminded: ofTicket(TicketRungReachedSchema, {
      ticket,
      clock: TicketClock.RETURN,
      rung: 'remind-5',
      audience: 'client',
      outcome: 'NOTIFIED',
      missing: ['营业执照'],
    }),
    askedToChoose: ofTicket(TicketRungReachedSchema, {
      ticket,
      clock: TicketClock.CHOICE,
      rung: 'half',
      audience: 'client',
      outcome: 'NOTIFIED',
    }),
    breachedWithoutTime: ofTicket(TicketSlaBreachedSchema, { ticket, clock: TicketClock.COMPLETE }),
    advanced: ofJob(JobAdvancedSchema, { job, fromStatus: 'OPEN', toStatus: 'MEASURED' }),
    issued: ofJob(DeliverableIssuedSchema, {
      job,
      number: 'ZZ-JL-20261124-000009',
      titleZh: '检定证书',
      titleEn: 'Verification certificate',
      conclusion: '合格',
    }),
    jobCompleted: ofJob(JobCompletedSchema, { job, deliverableNumbers: ['ZZ-JL-20261124-000009'] }),
  };
}

type Declared<T extends keyof typeof TOPICS> = (typeof TOPICS)[T]['events'][number];
