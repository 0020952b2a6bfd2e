import type { SlaPolicyContent } from '../clocks/sla-policy.js';
import { PublicationRepository } from '../publication/publication.repository.js';

/** Where service-level policies are kept. */
export abstract class SlaPolicyRepository extends PublicationRepository<SlaPolicyContent> {}
