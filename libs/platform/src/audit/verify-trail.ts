import type { Client } from 'pg';
import { ChainWalk, type ChainAnchor, type ChainLink, type ChainVerdict } from './audit-chain.js';

const PAGE = 2_000;
const LINKS = `SELECT r.seq::text, content, hash FROM audit_record r WHERE r.seq > $1 ORDER BY r.seq LIMIT ${PAGE}`;
const ANCHORS = `SELECT day::text, seq::text, encode(hash, 'hex') AS hash FROM audit_anchor a ORDER BY a.day`;

/**
 * Reads a service's whole trail and says what of it is not as it was written. `kept` are anchors from outside the
 * database; without them a chain that was rewritten from end to end, anchors included, looks whole.
 */
export async function verifyTrail(client: Client, kept: readonly ChainAnchor[] = []): Promise<ChainVerdict> {
  const { rows: anchors } = await client.query<ChainAnchor>(ANCHORS);
  const walk = new ChainWalk([...anchors, ...kept]);
  for (let after = '0'; ;) {
    const { rows } = await client.query<ChainLink>(LINKS, [after]);
    rows.forEach((link) => walk.step(link));
    if (rows.length < PAGE) return walk.end();
    after = rows.at(-1)?.seq ?? after;
  }
}
