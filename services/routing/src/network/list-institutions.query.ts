import { Injectable } from '@nestjs/common';
import { Clock, addDays, shanghaiDate } from '@nqi/kernel';
import { Access, type Page } from '@nqi/platform';
import { ownershipOf } from './institution-ownership.js';
import { isOnRegister, type Stage } from './institution-stage.js';
import { isInForce, type Institution, type Qualification } from './institution.js';
import { noSuchInstitution } from './network.errors.js';
import { type Network } from './network.js';
import { NetworkRepository } from './network.repository.js';
import { institutionView, qualificationViews, type InstitutionView, type QualificationView } from './network.view.js';
import { isWithin } from './service-node.js';
import { cut, type Paging } from './snapshot-page.query.js';

export interface InstitutionFilter {
  readonly domain?: string;
  readonly serviceCode?: string;
  readonly regionCode?: string;
  /** Office whose territory it serves. */
  readonly node?: string;
  /** Part of its name or id. */
  readonly query?: string;
  /** Where it stands; without one those that are on the register. */
  readonly stages?: readonly Stage[];
}

export interface QualificationFilter {
  readonly institutionId?: string;
  readonly kind?: string;
  /** In force on this date. */
  readonly validOn?: string;
  /** Running out on or before this date. */
  readonly expiringBy?: string;
  /** Still running today, and running out within so many days. */
  readonly expiringWithin?: number;
}

/**
 * Institutions and their qualifications. Applications and those that have left are shown to their own people, to the
 * offices above and to oversight; to others they do not exist. The service system fits in memory, so lists are cut from
 * its snapshot.
 */
@Injectable()
export class ListInstitutionsQuery {
  constructor(
    private readonly networks: NetworkRepository,
    private readonly clock: Clock,
  ) {}

  async institutions(filter: InstitutionFilter, paging: Paging, access: Access): Promise<Page<InstitutionView>> {
    const network = await this.networks.current();
    const { stages } = filter;
    const found = network.institutions
      .filter(({ stage }) => (stages ? stages.includes(stage) : isOnRegister(stage)))
      .filter((institution) => isSeen(institution, access, network) && matches(institution, filter, network));
    return cut(
      found,
      paging,
      ({ id }) => id,
      (institution) => institutionView(institution, this.today()),
    );
  }

  async one(id: string, access: Access): Promise<InstitutionView> {
    return institutionView(await this.seen(id, access), this.today());
  }

  /** The institution itself, when the caller may see it. */
  async seen(id: string, access: Access): Promise<Institution> {
    const network = await this.networks.current();
    const institution = network.institution(id);
    if (institution && isSeen(institution, access, network)) return institution;
    throw noSuchInstitution(id);
  }

  async qualifications(filter: QualificationFilter, paging: Paging, access: Access): Promise<Page<QualificationView>> {
    const network = await this.networks.current();
    const today = this.today();
    const found = network.institutions
      .filter((institution) => isSeen(institution, access, network))
      .filter(({ id }) => filter.institutionId === undefined || id === filter.institutionId)
      .flatMap((institution) => qualificationViews(institution, today))
      .filter((qualification) => matchesQualification(qualification, filter, today));
    return cut(
      found,
      paging,
      ({ institutionId, kind, number }) => `${institutionId} ${kind} ${number}`,
      (view) => view,
    );
  }

  private today(): string {
    return shanghaiDate(this.clock.now());
  }
}

/** On the register, or an application or a past member that is the caller's to follow. */
export function isSeen(institution: Institution, { principal }: Access, network: Network): boolean {
  if (isOnRegister(institution.stage)) return true;
  return Access.of(principal, 'institution-lifecycle.read')?.covers(ownershipOf(institution, network)) ?? false;
}

function matches(institution: Institution, filter: InstitutionFilter, network: Network): boolean {
  const { domain, serviceCode, regionCode, node, query } = filter;
  const capable = institution.capabilities.some(
    (capability) =>
      (domain === undefined || capability.domain === domain) &&
      (serviceCode === undefined || capability.serviceCode === serviceCode),
  );
  const capabilityAsked = domain !== undefined || serviceCode !== undefined;
  return (
    (!capabilityAsked || capable) &&
    (regionCode === undefined || institution.regionCode === regionCode) &&
    (node === undefined || serves(institution, node, network)) &&
    (query === undefined || `${institution.id} ${institution.name}`.includes(query))
  );
}

function serves(institution: Institution, nodeCode: string, network: Network): boolean {
  const { path } = network.requireNode(nodeCode, '/node');
  const coverage = network.node(institution.coverageNodeCode);
  return institution.coverageNodeCode === undefined || (coverage !== undefined && isWithin(path, coverage.path));
}

function matchesQualification(qualification: Qualification, filter: QualificationFilter, today: string): boolean {
  const { kind, validOn, expiringBy, expiringWithin } = filter;
  const { validUntil, status } = qualification;
  return (
    (kind === undefined || qualification.kind === kind) &&
    (validOn === undefined || (status === 'VALID' && isInForce(qualification, validOn))) &&
    (expiringBy === undefined || (validUntil !== undefined && validUntil <= expiringBy)) &&
    (expiringWithin === undefined ||
      (validUntil !== undefined && today <= validUntil && validUntil <= addDays(today, expiringWithin)))
  );
}
