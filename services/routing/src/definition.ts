import { CreateMessaging1764000000000 } from '@nqi/messaging';
import { CreateIdempotency1764000000001, type ServiceDefinition } from '@nqi/platform';
import { CreateNetwork1764000100000 } from './migrations/1764000100000-create-network.js';
import { CreateTicket1764000100001 } from './migrations/1764000100001-create-ticket.js';
import { AddRoutingFacts1764000100010 } from './migrations/1764000100010-add-routing-facts.js';
import { CreateRuleSet1764000100020 } from './migrations/1764000100020-create-rule-set.js';
import { CreateSimulation1764000100021 } from './migrations/1764000100021-create-simulation.js';
import { AddNetworkEditing1764000100030 } from './migrations/1764000100030-add-network-editing.js';
import { CreateSharedResource1764000100040 } from './migrations/1764000100040-create-shared-resource.js';
import { CreateReferral1764000100041 } from './migrations/1764000100041-create-referral.js';
import { AddEscalationLadder1764000100050 } from './migrations/1764000100050-add-escalation-ladder.js';
import { SetMissingTimers1764000100051 } from './migrations/1764000100051-set-missing-timers.js';
import { AddDueActs1764000100078 } from './migrations/1764000100078-add-due-acts.js';
import { AddDeskLoad1764000100074 } from './migrations/1764000100074-add-desk-load.js';
import { AddWorkstation1764000100060 } from './migrations/1764000100060-add-workstation.js';
import { AwaitClientChoice1764000100067 } from './migrations/1764000100067-await-client-choice.js';
import { AddCapabilityScope1764000100066 } from './migrations/1764000100066-add-capability-scope.js';
import { CreateDesignation1764000100068 } from './migrations/1764000100068-create-designation.js';
import { CreateTicketUrge1764000100063 } from './migrations/1764000100063-create-ticket-urge.js';
import { CreateTicketNote1764000100064 } from './migrations/1764000100064-create-ticket-note.js';
import { CreateQueueView1764000100061 } from './migrations/1764000100061-create-queue-view.js';
import { AddSimulationOrder1764000100076 } from './migrations/1764000100076-add-simulation-order.js';
import { AddTriage1764000100075 } from './migrations/1764000100075-add-triage.js';
import { AddChoiceTimers1764000100090 } from './migrations/1764000100090-add-choice-timers.js';
import { CreateProvinceHandover1764000100110 } from './migrations/1764000100110-create-province-handover.js';
import { AddStageTimers1764000100091 } from './migrations/1764000100091-add-stage-timers.js';
import { CreateTerms1764000100070 } from './migrations/1764000100070-create-terms.js';
import { AddInstitutionLifecycle1764000100100 } from './migrations/1764000100100-add-institution-lifecycle.js';
import { demonstrationInstitutions, referenceNodes } from './network/network.seed.js';
import { SeedNetworkHandler } from './network/seed-network.handler.js';
import { demonstrationResources } from './resources/resources.seed.js';
import { SeedResourcesHandler } from './resources/seed-resources.handler.js';
import { checkDesks, repairDesks } from './rules/desks.command.js';
import { SeedRuleSetsHandler } from './rulesets/seed-rule-sets.handler.js';
import { referenceCalendar } from './terms/reference-calendar.seed.js';
import { SeedTermsHandler } from './terms/seed-terms.handler.js';
import { resealFields } from './tickets/reseal-fields.seed.js';
import { RoutingModule } from './routing.module.js';

export const definition: ServiceDefinition = {
  name: 'routing',
  module: RoutingModule,
  // An office waits for its ticket.
  gatherMs: 0,
  migrations: [
    CreateMessaging1764000000000,
    CreateIdempotency1764000000001,
    CreateNetwork1764000100000,
    CreateTicket1764000100001,
    AddRoutingFacts1764000100010,
    CreateRuleSet1764000100020,
    CreateSimulation1764000100021,
    AddNetworkEditing1764000100030,
    CreateSharedResource1764000100040,
    CreateReferral1764000100041,
    AddEscalationLadder1764000100050,
    SetMissingTimers1764000100051,
    AddDueActs1764000100078,
    AddDeskLoad1764000100074,
    AddTriage1764000100075,
    AddSimulationOrder1764000100076,
    AddWorkstation1764000100060,
    CreateQueueView1764000100061,
    AddCapabilityScope1764000100066,
    AwaitClientChoice1764000100067,
    CreateTicketUrge1764000100063,
    CreateTicketNote1764000100064,
    CreateTerms1764000100070,
    CreateDesignation1764000100068,
    AddInstitutionLifecycle1764000100100,
    AddChoiceTimers1764000100090,
    CreateProvinceHandover1764000100110,
    AddStageTimers1764000100091,
  ],
  commands: { 'check-desks': checkDesks, 'repair-desks': repairDesks },
  /** The offices always; institutions only as a demonstration, since their numbers and scopes are made up. */
  seed: async (app, { mode }) => {
    await app.get(SeedRuleSetsHandler).execute();
    await app.get(SeedTermsHandler).execute(referenceCalendar());
    const institutions = mode === 'demonstration' ? demonstrationInstitutions() : [];
    await app.get(SeedNetworkHandler).execute(referenceNodes(), institutions);
    await resealFields(app);
    if (mode === 'demonstration') await app.get(SeedResourcesHandler).execute(demonstrationResources());
  },
};
