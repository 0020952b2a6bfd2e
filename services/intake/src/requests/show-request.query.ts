import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@nqi/kernel';
import { ContactPhones, shownPhone, type Access } from '@nqi/platform';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { ReferenceBook } from '../catalogue/reference-book.js';
import { OfficeCalendar } from '../calendar/office-calendar.js';
import type { AttachedMaterial, StoredRequest } from './request-reads.repository.js';
import { GENERAL_DEMAND, type RequestItemState, type RequestState } from './request.js';
import { ownershipOf, seesContact } from './request.policy.js';
import { TrackingCodes } from '../tracking/tracking-codes.query.js';
import type { AttachedMaterialView, PromiseView, RequestItemView, RequestView } from './request.views.js';

/** Turns stored requests into what a caller may see of them. */
@Injectable()
export class ShowRequest {
  constructor(
    private readonly catalogue: CurrentCatalogue,
    private readonly book: ReferenceBook,
    private readonly calendar: OfficeCalendar,
    private readonly codes: TrackingCodes,
    private readonly phones: ContactPhones,
  ) {}

  /** As the edition says it that the request was filed under. */
  async serviceName({ catalogueEdition }: RequestState, code: string): Promise<LocalizedText> {
    return nameOf(await this.catalogue.filedUnder(catalogueEdition), code);
  }

  /** The telephone for the enterprise itself alone; the code of the receipt also for those who call it, in a single read. */
  async execute(stored: StoredRequest, access: Access, detail: 'full' | 'list'): Promise<RequestView> {
    const { state } = stored;
    const catalogue = await this.catalogue.filedUnder(state.catalogueEdition);
    const {
      filedBy: _filedBy,
      filedAtOffice: _office,
      plan: _plan,
      catalogueEdition: _edition,
      promisedDays,
      contact,
      items,
      ...rest
    } = state;
    const ownership = ownershipOf(state);
    const own = state.enterprise.uscc === access.principal.organizationId;
    return {
      ...rest,
      ...(promisedDays !== undefined && { promise: this.promise(state.filedAt, promisedDays) }),
      ...(detail === 'full' &&
        seesContact(access, ownership) && { trackingCode: await this.codes.of(state.requestNo) }),
      contact: {
        name: contact.name,
        phone: own ? this.phones.open(contact.phone, state.id) : shownPhone(contact.phone),
      },
      items: items.map((item) => this.item(item, stored, catalogue, detail)),
    };
  }

  promise(filedAt: Date, workingDays: number): PromiseView {
    const { at, estimated } = this.calendar.working.addWorkingDays(filedAt, workingDays);
    return { workingDays, dueAt: at, estimated };
  }

  private item(
    item: RequestItemState,
    { deliverables, materials }: StoredRequest,
    catalogue: Catalogue,
    detail: 'full' | 'list',
  ): RequestItemView {
    const { id, serviceCode, domain, status, ticket } = item;
    return {
      id,
      serviceCode,
      serviceName: nameOf(catalogue, serviceCode),
      domain,
      status,
      ...(detail === 'full' && { form: item.form }),
      ...(ticket && {
        ticketId: ticket.id,
        ticketNo: ticket.ticketNo,
        nodeCode: ticket.nodeCode,
        nodeName: this.book.nodeName(ticket.nodeCode),
        institutionId: ticket.institutionId,
        institutionName: ticket.institutionName,
      }),
      acceptDueAt: item.acceptDueAt,
      completeDueAt: item.completeDueAt,
      ...(status === 'RETURNED' && { returnedFor: item.returnedFor }),
      deliverables: deliverables.filter(({ itemId }) => itemId === id).map(({ itemId: _itemId, ...rest }) => rest),
      ...(materials && { materials: materials.filter(({ itemId }) => itemId === id).map(toAttachedView) }),
    };
  }
}

const DEMAND_NAME: LocalizedText = { zh: '综合需求', en: 'General demand' };

/** A service that the edition does not know goes by its code. */
function nameOf(catalogue: Catalogue, code: string): LocalizedText {
  if (code === GENERAL_DEMAND) return DEMAND_NAME;
  return catalogue.service(code)?.name ?? { zh: code, en: code };
}

function toAttachedView({ itemId: _itemId, deliverable, ...rest }: AttachedMaterial): AttachedMaterialView {
  const content = deliverable
    ? `/api/v1/${deliverable.domain}/deliverables/${deliverable.id}/document`
    : `/api/v1/materials/${rest.id}/content`;
  return { ...rest, content };
}
