import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { ServiceForms } from '../catalogue/service-forms.validator.js';
import { assertNoFaults } from '../faults/fault.js';
import { AttachMaterialsHandler } from '../materials/attach-materials.handler.js';
import type { Form } from './request.js';
import { assertReaches, ownershipOf, unknownRequest } from './request.policy.js';
import { RequestRepository } from './request.repository.js';

export interface CorrectItem {
  readonly requestId: string;
  readonly itemId: string;
  readonly form: Form;
  /** Named in addition to those that the item has. */
  readonly materials?: readonly string[];
  readonly access: Access;
  readonly expectedVersion?: number;
}

@Injectable()
export class CorrectItemHandler {
  constructor(
    private readonly requests: RequestRepository,
    private readonly catalogue: CurrentCatalogue,
    private readonly forms: ServiceForms,
    private readonly attaching: AttachMaterialsHandler,
    private readonly clock: Clock,
  ) {}

  /** The new form is checked like the first one; staff correct only items of their own office. */
  async execute({ requestId, itemId, form, materials = [], access, expectedVersion }: CorrectItem): Promise<void> {
    const found = await this.requests.update(requestId, async (request) => {
      const state = request.snapshot();
      const item = state.items.find(({ id }) => id === itemId);
      const nodePaths = item?.ticket ? [item.ticket.nodePath] : [];
      assertReaches(access, { ...ownershipOf(state), nodePaths });
      assertVersion(expectedVersion, state.version);
      // Anything else than a returned item is for the aggregate to refuse, whatever the form.
      const catalogue = await this.catalogue.filedUnder(state.catalogueEdition);
      const checked = item?.status === 'RETURNED' ? this.check(catalogue, item.serviceCode, form) : form;
      request.correct(itemId, checked, this.clock.now());
      const named = [{ ids: materials, pointer: '/materials' }];
      assertNoFaults('invalid', await this.attaching.faults(state.enterprise.uscc, named));
      await this.attaching.attach(itemId, materials);
    });
    if (!found) throw unknownRequest();
  }

  private check(catalogue: Catalogue, serviceCode: string, form: Form): Form {
    const service = catalogue.service(serviceCode);
    if (!service) throw new Error(`no service ${serviceCode} in the catalogue`);
    const checked = this.forms.check(service, form, '/form');
    assertNoFaults('invalid', checked.faults);
    return checked.form;
  }
}
