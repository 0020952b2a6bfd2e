import { Injectable } from '@nestjs/common';
import { Clock, newId, normalizePhone, numberLetters, readableNumber } from '@nqi/kernel';
import { bodyHash, idempotencyMismatch, type Principal } from '@nqi/platform';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import { assertNoFaults } from '../faults/fault.js';
import { ApplicantQuery } from '../requests/applicant.query.js';
import type { Filing } from '../requests/filing.js';
import { FilingValidator } from '../requests/filing.validator.js';
import { AREA } from '../requests/file-request.handler.js';
import { RequestRepository } from '../requests/request.repository.js';
import { Request } from '../requests/request.js';
import { Demand } from './demand.js';
import { DemandRepository } from './demand.repository.js';

/** Who works demands: the hub's dispatchers. */
const HUB = 'PROV-370000/HUB-370400';

export interface FileDemand {
  readonly demand: Omit<Filing, 'items' | 'packageCode'> & { readonly text: string };
  readonly caller: Principal;
  readonly idempotencyKey?: string;
}

/** Takes a need in words: a request that so far has the need as its only item. Staff take it for whom they name. */
@Injectable()
export class FileDemandHandler {
  constructor(
    private readonly filings: FilingValidator,
    private readonly applicants: ApplicantQuery,
    private readonly requests: RequestRepository,
    private readonly demands: DemandRepository,
    private readonly calendar: OfficeCalendar,
    private readonly clock: Clock,
  ) {}

  /** Resolves to the request's id; a repeat under the same key gets the first one's. */
  async execute({ demand, caller, idempotencyKey }: FileDemand): Promise<string> {
    const openedAt = this.clock.now();
    const { text, ...filing } = demand;
    const { applicant, faults } = await this.applicants.of(filing, caller);
    const checked = await this.filings.check({ ...filing, items: [] });
    assertNoFaults('invalid', [...checked.faults, ...faults]);
    const itemId = newId();
    const facts = {
      id: newId(),
      requestNo: readableNumber(AREA, numberLetters(['consulting']), openedAt, await this.requests.nextSequence()),
      enterprise: { uscc: applicant.uscc, name: applicant.name },
      regionCode: filing.regionCode,
      parkCode: filing.parkCode,
    };
    const contact = { name: filing.contact.name, phone: normalizePhone(filing.contact.phone) };
    const { mode, urgency, wantedDate } = filing;
    const wishes = { contact, mode, urgency, wantedDate, catalogueEdition: checked.edition };
    const filed = {
      ...{ enterprise: applicant, filedBy: caller.userId, filedAt: openedAt },
      filedAtOffice: caller.organizationKind === 'node' ? caller.organizationId : undefined,
    };
    const request = Request.demand({ ...facts, ...wishes, ...filed }, itemId, text);
    const { id: requestId, ...known } = facts;
    const opened = Demand.open({ requestId, ...known, itemId, nodePath: HUB, text, openedAt }, this.calendar.working);
    const stamp = idempotencyKey === undefined ? undefined : { key: idempotencyKey, bodyHash: bodyHash(demand) };
    const before = await this.demands.open(opened, () => this.requests.file(request, [], stamp));
    if (before && before.bodyHash !== stamp?.bodyHash) throw idempotencyMismatch();
    return before?.receipt.id ?? requestId;
  }
}
