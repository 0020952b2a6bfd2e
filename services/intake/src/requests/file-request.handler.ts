import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId, normalizePhone, normalizeUscc, numberLetters, readableNumber } from '@nqi/kernel';
import { bodyHash, idempotencyMismatch, type Principal } from '@nqi/platform';
import { FindEnterpriseQuery } from '../enterprises/find-enterprise.query.js';
import { promisedDays, type PackagePlan } from '../packages/package-plan.js';
import { assertNoFaults, pointerTo, type Fault } from '../faults/fault.js';
import { AttachMaterialsHandler } from '../materials/attach-materials.handler.js';
import type { FilingReceipt, StoredReceipt } from './filing-receipt.js';
import { usccFaults, type Filing } from './filing.js';
import { FilingValidator, type CheckedItem } from './filing.validator.js';
import { RequestRepository, type Attachment } from './request.repository.js';
import { Request, type RequestState } from './request.js';
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

type Applicant = RequestState['enterprise'];

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
    private readonly enterprises: FindEnterpriseQuery,
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
    const { applicant, faults: applicantFaults } = await this.applicantOf(filing, caller);
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

  /**
   * An enterprise files for itself, and its token says who it is. Staff name an enterprise: one that is registered goes by its
   * registered name, one that stands at the counter and is not registered yet by the name they type.
   */
  private async applicantOf(
    { enterpriseUscc, enterpriseName }: Filing,
    caller: Principal,
  ): Promise<{ applicant: Applicant; faults: Fault[] }> {
    const own = caller.organizationKind === 'enterprise';
    const pointer = '/enterpriseUscc';
    const uscc = enterpriseUscc === undefined ? undefined : normalizeUscc(enterpriseUscc);
    const faults = uscc === undefined ? [] : usccFaults(uscc, pointer);
    if (own) {
      if (faults.length === 0 && uscc !== undefined && uscc !== caller.organizationId) {
        const text = { zh: '企业只能为本企业提交申请', en: 'An enterprise can only file for itself' };
        throw new DomainError('REQUEST.FOREIGN_ENTERPRISE', 'forbidden', text, {}, pointer);
      }
      return { applicant: { uscc: caller.organizationId, name: caller.organizationName }, faults };
    }
    const nobody = { uscc: '', name: '' };
    if (uscc === undefined) {
      const text = { zh: '代办须填写企业的统一社会信用代码', en: 'Staff must name the enterprise they file for' };
      return { applicant: nobody, faults: [{ code: 'REQUEST.ENTERPRISE_REQUIRED', pointer, text }] };
    }
    if (faults.length > 0) return { applicant: nobody, faults };
    const enterprise = await this.enterprises.execute(uscc);
    if (enterprise) return { applicant: enterprise, faults };
    const typed = enterpriseName?.trim();
    if (typed) return { applicant: { uscc, name: typed, unverified: true }, faults };
    const text = {
      zh: `企业 ${uscc} 尚未注册，线下代办请填写企业名称`,
      en: `Enterprise ${uscc} is not registered; for one at the counter give its name`,
    };
    return { applicant: nobody, faults: [{ code: 'REQUEST.UNKNOWN_ENTERPRISE', pointer, text }] };
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
