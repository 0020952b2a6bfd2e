import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { CreateIdempotency1764000000001, officeMovesMigration, type ServiceDefinition } from '@nqi/platform';
import { SeedCatalogueHandler } from './catalogue/editions/seed-catalogue.handler.js';
import { IntakeModule } from './intake.module.js';
import { CreateCatalogue1764000100000 } from './migrations/1764000100000-create-catalogue.js';
import { CreateRequest1764000200000 } from './migrations/1764000200000-create-request.js';
import { CreateRectification1764000300000 } from './migrations/1764000300000-create-rectification.js';
import { AddClientWishes1764000300066 } from './migrations/1764000300066-add-client-wishes.js';
import { AddWalkInEnterprises1764000300081 } from './migrations/1764000300081-add-walk-in-enterprises.js';
import { CreateDraft1764000300082 } from './migrations/1764000300082-create-draft.js';
import { CreateWebhook1764000300100 } from './migrations/1764000300100-create-webhook.js';
import { CreateCatalogueEdition1764000300110 } from './migrations/1764000300110-create-catalogue-edition.js';
import { SealDraft1764000300130 } from './migrations/1764000300130-seal-draft.js';
import { CreateTraining1764000300140 } from './migrations/1764000300140-create-training.js';
import { resealFields } from './reseal-fields.seed.js';
import { CreateDemand1764000300111 } from './migrations/1764000300111-create-demand.js';
import { FIRST_OFFICE_COLUMNS } from './office-columns.js';
import { LetDemandsFollowOffices1764000400160 } from './migrations/1764000400160-let-demands-follow-offices.js';
import { AddPackagePlan1764000300070 } from './migrations/1764000300070-add-package-plan.js';
import { CreateTrackingKey1764000300080 } from './migrations/1764000300080-create-tracking-key.js';
import { CreateQuote1764000300120 } from './migrations/1764000300120-create-quote.js';
import { CreateVoucher1764000300121 } from './migrations/1764000300121-create-voucher.js';
import { RemindVouchers1764000300180 } from './migrations/1764000300180-remind-vouchers.js';
import { CreateMaterial1764000300090 } from './migrations/1764000300090-create-material.js';

export const definition: ServiceDefinition = {
  name: 'intake',
  module: IntakeModule,
  migrations: [
    CreateMessaging1764000000000,
    CreateIdempotency1764000000001,
    CreateCatalogue1764000100000,
    CreateRequest1764000200000,
    CreateRectification1764000300000,
    AddClientWishes1764000300066,
    officeMovesMigration(FIRST_OFFICE_COLUMNS),
    AddPackagePlan1764000300070,
    CreateTrackingKey1764000300080,
    AddWalkInEnterprises1764000300081,
    CreateDraft1764000300082,
    CreateMaterial1764000300090,
    CreateWebhook1764000300100,
    CreateQuote1764000300120,
    CreateVoucher1764000300121,
    CreateCatalogueEdition1764000300110,
    SealDraft1764000300130,
    CreateDemand1764000300111,
    CreateTraining1764000300140,
    LetDemandsFollowOffices1764000400160,
    RemindVouchers1764000300180,
  ],
  seed: async (app) => {
    await app.get(SeedCatalogueHandler).execute();
    await resealFields(app);
  },
};
