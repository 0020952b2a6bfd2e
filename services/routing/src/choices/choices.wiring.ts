import { InstitutionCheck } from '../tickets/institution-check.query.js';
import { ChoicesController } from './choices.controller.js';
import { ChooseInstitutionHandler } from './choose-institution.handler.js';
import { ReadProposalsQuery } from './read-proposals.query.js';

/** What the routing module runs of the client's choice of an institution. */
export const CHOICE_CONTROLLERS = [ChoicesController];

export const CHOICE_PROVIDERS = [InstitutionCheck, ReadProposalsQuery, ChooseInstitutionHandler];
