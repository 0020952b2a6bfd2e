import {
  TOPICS,
  VoucherAdvancedSchema,
  VoucherRemindedSchema,
  eventMessage,
  toTimestamp,
  type EventMessage,
} from '@nqi/contracts';
import type { StoredVoucher } from './voucher.repository.js';
import type { VoucherEvent } from './voucher.js';

/** A step of a voucher for Kafka, keyed by it. */
export function advanced(stored: StoredVoucher, { step, act, version }: VoucherEvent): EventMessage {
  return eventMessage(TOPICS.voucher, stored.voucher.id, VoucherAdvancedSchema, {
    voucher: { ...refOf(stored), version },
    step,
    note: act.note ?? '',
    advancedAt: toTimestamp(act.at),
  });
}

export function reminded(stored: StoredVoucher, at: Date): EventMessage {
  return eventMessage(TOPICS.voucher, stored.voucher.id, VoucherRemindedSchema, {
    voucher: refOf(stored),
    remindedAt: toTimestamp(at),
  });
}

function refOf({ voucher, terms, requestId, requestNo, nodePath, institutionId }: StoredVoucher) {
  return {
    voucherId: voucher.id,
    programmeId: voucher.programmeId,
    programmeNameZh: terms.name.zh,
    programmeNameEn: terms.name.en,
    enterpriseUscc: voucher.enterprise.uscc,
    enterpriseName: voucher.enterprise.name,
    faceFen: BigInt(voucher.faceFen),
    amountFen: BigInt(voucher.amountFen ?? 0),
    status: voucher.status,
    lastDay: terms.lastDay,
    requestId: requestId ?? '',
    requestNo: requestNo ?? '',
    itemId: voucher.itemId ?? '',
    nodePath: nodePath ?? '',
    institutionId: institutionId ?? '',
    version: voucher.version,
  };
}
