import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { Idempotency, assertVersion, type Access } from '@nqi/platform';
import { RegionDirectory } from './region-directory.js';
import { codeTaken, ownOffice, ownSuccessor, unknownRegion, unsoundNetwork } from './network.errors.js';
import { NetworkHistoryRepository } from './network-history.repository.js';
import { networkFaults } from './network-invariants.js';
import { NetworkRepository } from './network.repository.js';
import { withEdit, withNode, type NodeEdit } from './node-edit.js';
import type { ServiceNode } from './service-node.js';

/** What falls to the office above, said in so many words. */
export const TO_PARENT = 'PARENT';

export interface AddNode {
  readonly node: Omit<ServiceNode, 'path'>;
  readonly access: Access;
  readonly idempotencyKey?: string;
}

export interface EditNode {
  readonly code: string;
  readonly edit: NodeEdit;
  readonly access: Access;
  readonly reason?: string;
  readonly expectedVersion?: number;
}

/**
 * Changes the tree of offices, one change at a time. Whatever the rules of the tree refuse leaves no trace; what they
 * allow is one new network version, one event and one line of history per office that it touched, in one transaction. A dispatcher's reach is what lies below
 * the hub: all offices that a change touches are within it, and the hub itself is not theirs to edit.
 */
@Injectable()
export class EditNodesHandler {
  constructor(
    private readonly database: Database,
    private readonly networks: NetworkRepository,
    private readonly history: NetworkHistoryRepository,
    private readonly regions: RegionDirectory,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  add({ node, access, idempotencyKey }: AddNode): Promise<{ code: string }> {
    const owner = `${access.principal.organizationId}/network.node.add`;
    return this.idempotency.once(owner, idempotencyKey, node, () =>
      this.database.transaction(async () => {
        const network = await this.history.lock();
        access.assertCovers({ nodePath: network.requireNode(node.parentCode ?? '', '/parentCode').path });
        if (network.node(node.code)) throw codeTaken(node.code, '/code');
        this.requireRegions([node.regionCode], '/regionCode');
        this.requireRegions(node.covers, '/covers');
        await this.store(network.nodes, withNode(network.nodes, node), node.code, 'add', access);
        return { code: node.code };
      }),
    );
  }

  edit({ code, edit, access, reason, expectedVersion }: EditNode): Promise<void> {
    return this.database.transaction(async () => {
      const network = await this.history.lock();
      const { parentCode, path } = network.requireNode(code);
      if (access.reach !== 'all' && path === access.principal.nodePath) throw ownOffice();
      access.assertCovers({ nodePath: path });
      assertVersion(expectedVersion, (await this.history.version('NODE', code)) ?? 0);
      this.requireRegions(edit.covers ?? [], '/covers');
      const coverageTo = edit.coverageTo === TO_PARENT ? parentCode : edit.coverageTo;
      if (coverageTo === code) throw ownSuccessor();
      if (coverageTo !== undefined) network.requireNode(coverageTo, '/coverageTo');
      const edited = withEdit(network.nodes, code, { ...edit, ...(coverageTo !== undefined && { coverageTo }) });
      await this.store(network.nodes, edited, code, actionOf(edit), access, reason);
    });
  }

  private async store(
    before: readonly ServiceNode[],
    after: readonly ServiceNode[],
    code: string,
    action: string,
    access: Access,
    reason?: string,
  ): Promise<void> {
    const faults = networkFaults(after, this.regions.mustBeCovered);
    if (faults.length > 0) throw unsoundNetwork(faults);
    const old = new Map(before.map((node) => [node.code, node]));
    // The one asked for comes first: those above a moved office are written before those below it.
    const changed = after
      .filter((node) => JSON.stringify(old.get(node.code)) !== JSON.stringify(node))
      .sort((a, b) => a.path.length - b.path.length);
    if (changed.length === 0) return;
    for (const { path } of [...changed, ...changed.flatMap((node) => old.get(node.code) ?? [])]) {
      access.assertCovers({ nodePath: path });
    }
    const at = this.clock.now();
    await this.networks.save(changed, [], at);
    await this.history.followMoves(changed.map((node) => node.code));
    await this.history.record(
      changed.map((node) => {
        const was = old.get(node.code);
        return {
          kind: 'NODE',
          code: node.code,
          at,
          actor: access.principal.username,
          action: node.code === code ? action : `with ${code}`,
          ...(reason !== undefined && { reason }),
          ...(was && { before: was }),
          after: node,
        };
      }),
    );
  }

  private requireRegions(codes: readonly string[], pointer: string): void {
    const unknown = codes.find((code) => !this.regions.has(code));
    if (unknown !== undefined) throw unknownRegion(unknown, pointer);
  }
}

function actionOf({ active, parentCode }: NodeEdit): string {
  if (active === false) return 'close';
  if (active === true) return 'open';
  return parentCode === undefined ? 'edit' : 'move';
}
