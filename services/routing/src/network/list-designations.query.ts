import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@nqi/kernel';
import { type Access, type Page } from '@nqi/platform';
import { territoryOf, type Designation } from './designation.js';
import { isInForce, type Institution } from './institution.js';
import { isSeen } from './list-institutions.query.js';
import { NetworkRepository } from './network.repository.js';
import { type DesignationLineView } from './network.view.js';
import { cut, type Paging } from './snapshot-page.query.js';

export interface DesignationFilter {
  readonly institutionId?: string;
  readonly serviceCode?: string;
  /** Region, park or town that is designated for, by its own code or by one it lies in. */
  readonly territory?: string;
  /** In force on this date. */
  readonly validOn?: string;
}

/** The acts by which the authority designates, of all institutions that the caller sees. */
@Injectable()
export class ListDesignationsQuery {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async execute(filter: DesignationFilter, paging: Paging, access: Access): Promise<Page<DesignationLineView>> {
    const network = await this.networks.current();
    const today = shanghaiDate(this.clock.now());
    const territory = filter.territory === undefined ? undefined : territoryOf({ regionCode: filter.territory });
    const found = network.institutions
      .filter((institution) => isSeen(institution, access, network))
      .filter(({ id }) => filter.institutionId === undefined || id === filter.institutionId)
      .flatMap((institution) => linesOf(institution, today))
      .filter((line) => matches(line, filter, territory));
    return cut(
      found,
      paging,
      ({ institutionId, documentNumber }) => `${institutionId} ${documentNumber}`,
      (line) => line,
    );
  }
}

function linesOf({ id, name, designations = [] }: Institution, today: string): DesignationLineView[] {
  return designations.map((act) => ({
    institutionId: id,
    institutionName: name,
    ...act,
    inForce: isInForce(act, today),
  }));
}

function matches(
  act: Designation,
  { serviceCode, validOn }: DesignationFilter,
  territory: ReadonlySet<string> | undefined,
): boolean {
  return (
    (serviceCode === undefined || act.services.includes(serviceCode)) &&
    (territory === undefined || act.regions.some((code) => territory.has(code))) &&
    (validOn === undefined || isInForce(act, validOn))
  );
}
