import { Module } from '@nestjs/common';
import { CreateMessaging1764000000000 } from '@nqi/messaging';
import type { ServiceDefinition } from '@nqi/platform';
import { LedgerConsumer } from './ledger.consumer.js';
import { LedgerController } from './ledger.controller.js';
import { CreateLedger1764000000200 } from './ledger.migration.js';

@Module({ controllers: [LedgerConsumer, LedgerController] })
class LedgerModule {}

/** A small service in routing's place: it hears what routing hears and speaks on routing's topics. */
export const ledger: ServiceDefinition = {
  name: 'routing',
  module: LedgerModule,
  migrations: [CreateMessaging1764000000000, CreateLedger1764000000200],
};
