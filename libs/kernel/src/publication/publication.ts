import type { ContentFault, PublicationErrors, PublicationStep } from './publication-errors.js';

export const PUBLICATION_STATUSES = ['DRAFT', 'PROPOSED', 'PUBLISHED', 'RETIRED'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** Policy on its way from a draft to being in force. A published one never changes: what was done by it names it. */
export interface Publication<Content> {
  readonly version: string;
  readonly status: PublicationStatus;
  /** The version it was copied from. */
  readonly basedOn?: string;
  readonly content: Content;
  readonly draftedBy: string;
  readonly createdAt: Date;
  readonly proposedBy?: string;
  readonly approvedBy?: string;
  /** From this instant on it is in force, until a later one is. */
  readonly effectiveFrom?: Date;
  readonly publishedAt?: Date;
  readonly rowVersion: number;
}

export interface Approver {
  readonly userId: string;
  readonly username: string;
}

/** The rules of a kind of policy that two people publish: who drafts or proposes it does not approve it, nobody backdates it. */
export class TwoPersonRule<Content> {
  constructor(
    readonly errors: PublicationErrors,
    private readonly faultsOf: (content: unknown) => readonly ContentFault[],
  ) {}

  /** Throws `invalid` naming every field that is wrong. */
  checked(content: unknown): Content {
    const faults = this.faultsOf(content);
    if (faults.length > 0) throw this.errors.invalid(faults);
    return content as Content;
  }

  edited(draft: Publication<Content>, content: unknown): Publication<Content> {
    this.assertStep(draft, 'edit', ['DRAFT']);
    return next(draft, { content: this.checked(content) });
  }

  /** First of the two people: this draft, from that instant on. */
  proposed(draft: Publication<Content>, by: string, effectiveFrom: Date, at: Date): Publication<Content> {
    this.assertStep(draft, 'propose', ['DRAFT']);
    this.checked(draft.content);
    this.assertNotPast(effectiveFrom, at);
    return next(draft, { status: 'PROPOSED', proposedBy: by, effectiveFrom });
  }

  /** Second of the two people; it is in force from the effective instant on, which must still lie ahead. */
  approved(proposal: Publication<Content>, by: Approver, at: Date): Publication<Content> {
    this.assertStep(proposal, 'approve', ['PROPOSED']);
    if (proposal.proposedBy === by.userId || proposal.draftedBy === by.username) throw this.errors.samePerson();
    this.assertNotPast(proposal.effectiveFrom ?? at, at);
    return next(proposal, { status: 'PUBLISHED', approvedBy: by.userId, publishedAt: at });
  }

  /** Gives up a draft or refuses a proposal; a published one stays, since something was done by it. */
  retired(publication: Publication<Content>): Publication<Content> {
    this.assertStep(publication, 'retire', ['DRAFT', 'PROPOSED']);
    return next(publication, { status: 'RETIRED' });
  }

  private assertStep(
    { status }: Publication<Content>,
    step: PublicationStep,
    from: readonly PublicationStatus[],
  ): void {
    if (from.includes(status)) return;
    throw status === 'RETIRED' ? this.errors.retired() : this.errors.illegalStep(step, status);
  }

  /** What was done already is never judged by rules that were published after it. */
  private assertNotPast(effectiveFrom: Date, at: Date): void {
    if (Number.isNaN(effectiveFrom.getTime())) throw this.errors.badInstant();
    if (effectiveFrom < at) throw this.errors.backdated(effectiveFrom);
  }
}

/** What ships with a service is in force from the beginning, until something else is published. */
export function shipped<Content>(
  version: string,
  content: Content,
  at: Date,
  effectiveFrom = new Date(0),
): Publication<Content> {
  return {
    version,
    status: 'PUBLISHED',
    content,
    draftedBy: 'shipped',
    createdAt: at,
    proposedBy: 'shipped',
    approvedBy: 'installation',
    effectiveFrom,
    publishedAt: at,
    rowVersion: 1,
  };
}

/** Of published ones, the one with the latest effective instant that has come; undefined before the first. */
export function inForceAt<Published extends { readonly effectiveFrom?: Date }>(
  published: readonly Published[],
  at: Date,
): Published | undefined {
  let found: Published | undefined;
  for (const each of published) {
    if (each.effectiveFrom === undefined || each.effectiveFrom > at) continue;
    if (found?.effectiveFrom === undefined || each.effectiveFrom > found.effectiveFrom) found = each;
  }
  return found;
}

function next<Content>(publication: Publication<Content>, change: Partial<Publication<Content>>): Publication<Content> {
  return { ...publication, ...change, rowVersion: publication.rowVersion + 1 };
}
