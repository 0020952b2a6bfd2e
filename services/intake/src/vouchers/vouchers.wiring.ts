import { ChangeVoucherHandler } from './change-voucher.handler.js';
import { ExpireVouchersRunner } from './expire-vouchers.runner.js';
import { PgProgrammeRepository } from './programme.pg-repository.js';
import { ProgrammeRepository } from './programme.repository.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesHandler } from './programmes.handler.js';
import { ReadVouchersQuery } from './read-vouchers.query.js';
import { PgVoucherRepository } from './voucher.pg-repository.js';
import { RemindVouchersRunner } from './remind-vouchers.runner.js';
import { VoucherRepository } from './voucher.repository.js';
import { VouchersController } from './vouchers.controller.js';

/** What the intake module runs of vouchers. */
export const VOUCHER_CONTROLLERS = [ProgrammesController, VouchersController];

export const VOUCHER_PROVIDERS = [
  { provide: ProgrammeRepository, useClass: PgProgrammeRepository },
  { provide: VoucherRepository, useClass: PgVoucherRepository },
  ProgrammesHandler,
  ChangeVoucherHandler,
  ReadVouchersQuery,
  ExpireVouchersRunner,
  RemindVouchersRunner,
];
