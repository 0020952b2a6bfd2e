import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { CreateIdempotency1764000000001, officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { IdentityModule } from './identity.module.js';
import { CreateAccounts1764000100000 } from './migrations/1764000100000-create-accounts.js';
import { CreateSessions1764000100001 } from './migrations/1764000100001-create-sessions.js';
import { AddAccountSecurity1764000100002 } from './migrations/1764000100002-add-account-security.js';
import { CreateDelegation1764000100003 } from './migrations/1764000100003-create-delegation.js';
import { CreateApiKey1764000100023 } from './migrations/1764000100023-create-api-key.js';
import { CreateSingleSignOn1764000100040 } from './migrations/1764000100040-create-single-sign-on.js';
import { CreatePersonalDataCase1764000100041 } from './migrations/1764000100041-create-personal-data-case.js';
import { seedIdentity } from './seed/identity.seed.js';
import { OFFICE_COLUMNS } from './office-columns.js';

export const definition: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  migrations: [
    CreateMessaging1764000000000,
    CreateIdempotency1764000000001,
    CreateAccounts1764000100000,
    CreateSessions1764000100001,
    AddAccountSecurity1764000100002,
    CreateDelegation1764000100003,
    officeMovesMigration(OFFICE_COLUMNS),
    CreateApiKey1764000100023,
    CreateSingleSignOn1764000100040,
    CreatePersonalDataCase1764000100041,
  ],
  seed: seedIdentity,
};
