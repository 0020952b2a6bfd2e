import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Access, Idempotency, assertVersion, type Principal } from '@nqi/platform';
import { NetworkRepository } from '../network/network.repository.js';
import { mayNotShare, nameTaken, noSuchView, tooManyViews } from './queue-view.errors.js';
import { QueueViewRepository } from './queue-view.repository.js';
import { VIEW_LIMIT, isSameScope, isShared, type QueueView, type SavedFilter, type ViewScope } from './queue-view.js';

export interface ViewContent {
  readonly name: string;
  readonly filter: SavedFilter;
}

export interface ViewTarget {
  readonly id: string;
  readonly principal: Principal;
  readonly expectedVersion?: number;
}

/** Keeps filters of the queue under names: a person's own, and a lead's for the whole office. */
@Injectable()
export class KeepQueueViewHandler {
  constructor(
    private readonly views: QueueViewRepository,
    private readonly networks: NetworkRepository,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async create(
    content: ViewContent,
    shared: boolean,
    principal: Principal,
    idempotencyKey?: string,
  ): Promise<{ readonly id: string }> {
    await this.assertOffice(content);
    const scope = scopeOf(shared, principal);
    const keyOwner = `${principal.organizationId}/queue-view.create/${principal.username}`;
    return this.idempotency.once(keyOwner, idempotencyKey, { content, shared }, () =>
      this.database.transaction(async () => {
        const siblings = await this.views.lock(scope);
        if (siblings.length >= VIEW_LIMIT) throw tooManyViews();
        assertNameFree(content.name, siblings);
        const view = { ...content, id: newId(), scope, version: 1 };
        await this.views.save(view, principal.username, this.clock.now());
        return { id: view.id };
      }),
    );
  }

  async change(target: ViewTarget, content: ViewContent): Promise<void> {
    await this.assertOffice(content);
    await this.withView(target, async (view, siblings) => {
      const others = siblings.filter(({ id }) => id !== view.id);
      assertNameFree(content.name, others);
      const changed = { ...view, ...content, version: view.version + 1 };
      await this.views.save(changed, target.principal.username, this.clock.now());
    });
  }

  remove(target: ViewTarget): Promise<void> {
    return this.withView(target, ({ id }) => this.views.remove(id));
  }

  /** The view as it stands while nobody else changes any of its scope. */
  private withView(
    { id, principal, expectedVersion }: ViewTarget,
    work: (view: QueueView, siblings: readonly QueueView[]) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const seen = await this.views.find(id);
      if (!seen || !scopesOf(principal).some((scope) => isSameScope(scope, seen.scope))) throw noSuchView(id);
      if (!mayKeep(seen.scope, principal)) throw mayNotShare();
      const siblings = await this.views.lock(seen.scope);
      const view = siblings.find((sibling) => sibling.id === id);
      if (!view) throw noSuchView(id);
      assertVersion(expectedVersion, view.version);
      await work(view, siblings);
    });
  }

  private async assertOffice({ filter }: ViewContent): Promise<void> {
    if (typeof filter.node === 'string') (await this.networks.current()).requireNode(filter.node, '/filter/node');
  }
}

/** Whose views a person sees: the own ones and those of the office. */
export function scopesOf({ username, nodePath }: Principal): ViewScope[] {
  return [...(nodePath === undefined ? [] : [{ nodePath }]), { owner: username }];
}

export function mayKeep(scope: ViewScope, principal: Principal): boolean {
  return !isShared(scope) || (Access.of(principal, 'queue-view.share')?.covers(scope) ?? false);
}

function scopeOf(shared: boolean, principal: Principal): ViewScope {
  if (!shared) return { owner: principal.username };
  const office = principal.nodePath === undefined ? undefined : { nodePath: principal.nodePath };
  if (!office || !mayKeep(office, principal)) throw mayNotShare();
  return office;
}

function assertNameFree(name: string, siblings: readonly QueueView[]): void {
  if (siblings.some((sibling) => sibling.name === name)) throw nameTaken(name);
}
