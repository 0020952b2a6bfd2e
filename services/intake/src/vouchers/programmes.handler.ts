import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { assertVersion, type Access } from '@nqi/platform';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { FindEnterpriseQuery } from '../enterprises/find-enterprise.query.js';
import { checkTerms, type ProgrammeTerms } from './programme.js';
import { ProgrammeRepository } from './programme.repository.js';
import { passesBudget, unknownEnterprise, unknownProgramme, unknownService } from './voucher.errors.js';
import { VoucherRepository } from './voucher.repository.js';
import { Voucher } from './voucher.js';

export interface GrantVoucher {
  readonly programmeId: string;
  readonly enterpriseUscc: string;
  readonly amountFen: number;
  readonly note?: string;
  readonly access: Access;
}

/** What is not given stays as it is. */
export interface AmendProgramme {
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly budgetFen?: number;
  readonly legalBasis?: string;
}

/** Keeps programmes and grants out of them. */
@Injectable()
export class ProgrammesHandler {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly vouchers: VoucherRepository,
    private readonly catalogue: CurrentCatalogue,
    private readonly enterprises: FindEnterpriseQuery,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid`, with the field to blame, for terms that cannot be. */
  async create(terms: ProgrammeTerms, { principal }: Access): Promise<string> {
    checkTerms(terms);
    const catalogue = await this.catalogue.get();
    const unknown = terms.serviceCodes.findIndex((code) => !catalogue.service(code));
    if (unknown >= 0) throw unknownService(terms.serviceCodes[unknown] ?? '', unknown);
    const id = newId();
    await this.programmes.add({
      ...terms,
      id,
      createdBy: principal.username,
      createdAt: this.clock.now(),
      version: 1,
    });
    return id;
  }

  /** Throws `conflict` for a budget below what is committed or below the cap. */
  async amend(id: string, amendment: AmendProgramme, expectedVersion?: number): Promise<void> {
    const amended = await this.programmes.amend(id, (programme) => {
      assertVersion(expectedVersion, programme.version);
      const { nameZh: zh = programme.name.zh, nameEn: en = programme.name.en } = amendment;
      const { budgetFen = programme.budgetFen, legalBasis = programme.legalBasis } = amendment;
      return { name: { zh, en }, budgetFen, legalBasis };
    });
    if (!amended) throw passesBudget('/budgetFen');
  }

  /** Throws `conflict` when the budget does not allow it, however many grant at once. */
  async grant({ programmeId, enterpriseUscc, amountFen, note, access }: GrantVoucher): Promise<string> {
    const found = await this.programmes.find(programmeId);
    if (!found) throw unknownProgramme();
    const enterprise = await this.enterprises.execute(enterpriseUscc);
    if (!enterprise) throw unknownEnterprise();
    const { uscc, name } = enterprise;
    const act = { actor: access.principal.username, at: this.clock.now(), ...(note !== undefined && { note }) };
    const voucher = Voucher.grant(newId(), found.programme, { enterprise: { uscc, name }, faceFen: amountFen }, act);
    if (!(await this.vouchers.grant(voucher))) throw passesBudget('/amountFen');
    return voucher.snapshot().id;
  }
}
