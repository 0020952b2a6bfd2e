import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import type { Catalogue } from '../catalogue/catalogue.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { ReferenceBook } from '../catalogue/reference-book.js';
import { ServiceForms } from '../catalogue/service-forms.validator.js';
import type { PackagePlan } from '../packages/package-plan.js';
import { pointerTo, type Fault } from '../faults/fault.js';
import { promiseOf } from './service-promise.js';
import { filingFaults, wishFaults, type Filing, type Wish } from './filing.js';
import type { NewItem } from './request.js';

export type CheckedItem = Omit<NewItem, 'id'>;

export interface CheckedFiling {
  /** Items as they are stored; only complete when there are no faults. */
  readonly items: readonly CheckedItem[];
  /** The edition of the catalogue that it was checked by. */
  readonly edition: string;
  /** The order of the package it is filed as; empty without one. */
  readonly legs: PackagePlan;
  readonly faults: readonly Fault[];
}

/** Checks a filing against the catalogue, its services' forms and the reference data, and tells everything at once. */
@Injectable()
export class FilingValidator {
  constructor(
    private readonly catalogue: CurrentCatalogue,
    private readonly forms: ServiceForms,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  check(filing: Filing): Promise<CheckedFiling> {
    return this.checked(filing, (...by) => filingFaults(filing, ...by));
  }

  /** Only what is asked for; where and by whom is known already. */
  checkWish(wish: Wish): Promise<CheckedFiling> {
    return this.checked(wish, (...by) => wishFaults(wish, ...by));
  }

  private async checked(
    { items: wished, packageCode }: Wish,
    faultsBy: (catalogue: Catalogue, book: ReferenceBook, today: string) => Fault[],
  ): Promise<CheckedFiling> {
    const catalogue = await this.catalogue.get();
    const today = shanghaiDate(this.clock.now());
    const faults = faultsBy(catalogue, this.book, today);
    const items: CheckedItem[] = [];
    for (const [
      i,
      { serviceCode, form, institutionId, recommendedByPlatform = false, materials },
    ] of wished.entries()) {
      const service = catalogue.offered(serviceCode, today);
      if (!service) continue;
      const checked = this.forms.check(service, form, pointerTo('/items', i, 'form'));
      faults.push(...checked.faults);
      items.push({
        serviceCode,
        domain: service.domain,
        chosenInstitutionId: institutionId,
        recommendedByPlatform,
        form: checked.form,
        ...(materials?.length && { materials: [...new Set(materials)] }),
        promise: promiseOf(service),
      });
    }
    const legs = (packageCode === undefined ? undefined : catalogue.package(packageCode)?.legs) ?? [];
    return { items, edition: catalogue.edition, legs, faults };
  }
}
