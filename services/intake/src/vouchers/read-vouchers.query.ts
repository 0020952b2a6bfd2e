import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Access, DEFAULT_PAGE, type Permission } from '@nqi/platform';
import { ProgrammeRepository, type ProgrammeWithSums } from './programme.repository.js';
import { VOUCHER_STEPS, type MovingStep } from './voucher-state.js';
import { unknownProgramme, unknownVoucher } from './voucher.errors.js';
import { VoucherRepository, type StoredVoucher, type VoucherFilter } from './voucher.repository.js';
import type { ProgrammePageView, ProgrammeView, VoucherPageView, VoucherView } from './voucher.views.js';

/** What people do with a voucher, and by which permission; the rest happens to it. */
const PERMISSIONS: Readonly<Partial<Record<MovingStep, Permission>>> = {
  lock: 'voucher.use',
  revoke: 'voucher.grant',
  apply: 'voucher.apply',
  settle: 'voucher.settle',
  refuse: 'voucher.settle',
};

@Injectable()
export class ReadVouchersQuery {
  constructor(
    private readonly vouchers: VoucherRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly clock: Clock,
  ) {}

  async programmesPage(limit = DEFAULT_PAGE, cursor?: string): Promise<ProgrammePageView> {
    const { items, nextCursor } = await this.programmes.list(limit, cursor);
    return { items: items.map(programmeView), nextCursor };
  }

  async programme(id: string): Promise<ProgrammeView> {
    const found = await this.programmes.find(id);
    if (!found) throw unknownProgramme();
    return programmeView(found);
  }

  async list(filter: VoucherFilter, access: Access, limit = DEFAULT_PAGE, cursor?: string): Promise<VoucherPageView> {
    const { items, nextCursor } = await this.vouchers.list(filter, access, limit, cursor);
    return { items: items.map((stored) => this.view(stored, access)), nextCursor };
  }

  /** Throws `not_found` out of reach. */
  async one(id: string, access: Access): Promise<VoucherView> {
    const stored = await this.vouchers.find(id, access);
    if (!stored) throw unknownVoucher();
    const isStaff = access.principal.organizationKind !== 'enterprise';
    const history = await this.vouchers.steps(id);
    return {
      ...this.view(stored, access),
      history: history.map(({ actor, ...step }) => ({ ...step, ...(isStaff && { actor }) })),
    };
  }

  private view({ voucher, terms, ...order }: StoredVoucher, { principal }: Access): VoucherView {
    const { appliedBy, ...rest } = voucher;
    const owner = { ...order, enterpriseUscc: voucher.enterprise.uscc };
    const isOver = voucher.status === 'GRANTED' && this.clock.now() >= voucher.expiresAt;
    const may = (step: MovingStep): boolean => {
      const permission = PERMISSIONS[step];
      if (permission === undefined || VOUCHER_STEPS[step].from !== voucher.status || isOver) return false;
      // Whoever applied for the money does not also send it.
      if (permission === 'voucher.settle' && appliedBy === principal.username) return false;
      return Access.of(principal, permission)?.covers(owner) ?? false;
    };
    const { requestId, requestNo, institutionName } = order;
    return {
      ...rest,
      ...(isOver && { status: 'EXPIRED' }),
      programme: terms,
      requestId,
      requestNo,
      institutionName,
      actions: (Object.keys(VOUCHER_STEPS) as MovingStep[]).filter(may),
    };
  }
}

const programmeView = ({ programme, sums }: ProgrammeWithSums): ProgrammeView => ({ ...programme, sums });
