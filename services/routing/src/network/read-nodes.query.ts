import { Injectable } from '@nestjs/common';
import { NetworkRepository } from './network.repository.js';
import { treesOf, type NodeListView, type NodeTreeView } from './network.view.js';

@Injectable()
export class ReadNodesQuery {
  constructor(private readonly networks: NetworkRepository) {}

  async all(tree: boolean): Promise<NodeListView> {
    const { nodes } = await this.networks.current();
    return { items: tree ? treesOf(nodes) : nodes };
  }

  async one(code: string): Promise<NodeTreeView> {
    const network = await this.networks.current();
    const node = network.requireNode(code);
    return { ...node, children: treesOf(network.subtree(code), code) };
  }
}
