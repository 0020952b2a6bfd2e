import { Injectable } from '@nestjs/common';
import { Clock, newId, normalizePhone, numberLetters, readableNumber } from '@nqi/kernel';
import { bodyHash, idempotencyMismatch, type Principal } from '@nqi/platform';
import { promisedDays, type PackagePlan } from '../packages/package-plan.js';
import { assertNoFaults, pointerTo } from '../faults/fault.js';
import { AttachMaterialsHandler } from '../materials/attach-materials.handler.js';
import { ApplicantQuery, type Applicant } from './applicant.query.js';
import type { FilingReceipt, StoredReceipt } from './filing-receipt.js';
import type { Filing } from './filing.js';
import { FilingValidator, type CheckedItem } from './filing.validator.js';
import { RequestRepository, type Attachment } from './request.repository.js';
import { Request } from './request.js';
import { TrackingCodes } from '../tracking/tracking-codes.query.js';

/** Letters of the city in the numbers people read out. */
export const AREA = 'ZZ';

export interface FileRequest {
  readonly filing: Filing;
  readonly caller: Principal;
  readonly idempotencyKey?: string;
}

export interface Filed {
  readonly receipt: FilingReceipt;
  /** True when this very filing had been made before under its key. */
  readonly replayed: boolean;
}

/** A filing that nothing is wrong with. */
export interface Examined {
  readonly items: readonly CheckedItem[];
  readonly edition: string;
  readonly legs: PackagePlan;
  readonly applicant: Applicant;
}

/** Files a request: checks everything at once, then stores it with its events in one statement. */
@Injectable()
export class FileRequestHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly filings: FilingValidator,
    private readonly applicants: ApplicantQuery,
    private readonly codes: TrackingCodes,
    private readonly attaching: AttachMaterialsHandler,
    private readonly clock: Clock,
  ) {}

  /** A repeat under the same key gets the first answer; another body under that key is refused. */
  async execute({ filing, caller, idempotencyKey }: FileRequest): Promise<Filed> {
    const { applicant, ...checked } = await this.examine(filing, caller);
    const { request, attachments } = await this.newRequest(filing, checked, applicant, caller);

    if (idempotencyKey === undefined) {
      await this.requests.file(request, attachments);
      return { receipt: await this.withCode(receiptOf(request)), replayed: false };
    }
    const stamp = { key: idempotencyKey, bodyHash: bodyHash(filing) };
    const known = await this.requests.file(request, attachments, stamp);
    if (!known) return { receipt: await this.withCode(receiptOf(request)), replayed: false };
    if (known.bodyHash !== stamp.bodyHash) throw idempotencyMismatch();
    return { receipt: await this.withCode(known.receipt), replayed: true };
  }

  /** Everything that is checked before anything is stored. Throws InvalidFields with all that is wrong. */
  async examine(filing: Filing, caller: Principal): Promise<Examined> {
    const { items, edition, legs, faults } = await this.filings.check(filing);
    const { applicant, faults: applicantFaults } = await this.applicants.of(filing, caller);
    const named = filing.items.map(({ materials = [] }, i) => ({
      ids: materials,
      pointer: pointerTo('/items', i, 'materials'),
    }));
    const materialFaults = await this.attaching.faults(applicant.uscc, named);
    assertNoFaults('invalid', [...faults, ...applicantFaults, ...materialFaults]);
    return { items, edition, legs, applicant };
  }

  private async withCode({ id, requestNo, ...rest }: StoredReceipt): Promise<FilingReceipt> {
    return { id, requestNo, trackingCode: await this.codes.of(requestNo), ...rest };
  }

  private async newRequest(
    filing: Filing,
    { items, edition, legs }: Omit<Examined, 'applicant'>,
    { uscc, name, unverified }: Applicant,
    caller: Principal,
  ): Promise<{ request: Request; attachments: Attachment[] }> {
    const filedAt = this.clock.now();
    const newItems = items.map((item) => ({ ...item, id: newId() }));
    const letters = numberLetters(items.map(({ domain }) => domain));
    const request = Request.file({
      id: newId(),
      requestNo: readableNumber(AREA, letters, filedAt, await this.requests.nextSequence()),
      enterprise: { uscc, name, ...(unverified && { unverified }) },
      regionCode: filing.regionCode,
      parkCode: filing.parkCode,
      mode: filing.mode,
      urgency: filing.urgency,
      wantedDate: filing.wantedDate,
      packageCode: filing.packageCode,
      catalogueEdition: edition,
      contact: { name: filing.contact.name, phone: normalizePhone(filing.contact.phone) },
      filedBy: caller.userId,
      filedAtOffice: caller.organizationKind === 'node' ? caller.organizationId : undefined,
      filedAt,
      promisedDays: promisedDays(legs, limitsOf(items)),
      items: newItems,
      legs,
    });
    const attachments = newItems.flatMap(({ id, materials = [] }) =>
      materials.map((materialId) => ({ itemId: id, materialId })),
    );
    return { request, attachments };
  }
}

/** Of a service filed twice the two take as long as one: they are done side by side. */
export function limitsOf(items: readonly CheckedItem[]): Map<string, number> {
  return new Map(items.map(({ serviceCode, promise }) => [serviceCode, promise.completeLimitDays]));
}

function receiptOf(request: Request): StoredReceipt {
  const { id, requestNo, items } = request.snapshot();
  return {
    id,
    requestNo,
    status: 'SUBMITTED',
    items: items.map((item) => ({
      id: item.id,
      serviceCode: item.serviceCode,
      status: item.status === 'WAITING' ? 'WAITING' : 'READY',
    })),
  };
}
