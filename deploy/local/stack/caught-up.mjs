// @ts-check
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until nothing written so far is still on its way: no service has unsent events, and every group has committed
 * up to the end of what it reads.
 *
 * @param {object} options
 * @param {string[]} options.brokers
 * @param {readonly string[]} options.groups
 * @param {() => Promise<number>} options.unsent
 * @param {number} options.withinMs
 * @param {AbortSignal} options.signal
 * @returns {Promise<string[]>} who is still behind when the time is over; empty when all have caught up
 */
export async function waitUntilCaughtUp({ brokers, groups, unsent, withinMs, signal }) {
  const { default: kafkajs } = await import('kafkajs');
  const kafka = new kafkajs.Kafka({ clientId: 'nqi-stack', brokers, logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const deadline = Date.now() + withinMs;
  try {
    for (;;) {
      const waiting = await unsent();
      const late = waiting > 0 ? [`${waiting} events not yet sent`] : await groupsBehind(admin, groups);
      if (late.length === 0 || Date.now() > deadline || signal.aborted) return late;
      await delay(200);
    }
  } finally {
    await admin.disconnect();
  }
}

/**
 * @param {import('kafkajs').Admin} admin
 * @param {readonly string[]} groups
 * @returns {Promise<string[]>}
 */
async function groupsBehind(admin, groups) {
  const { default: kafkajs } = await import('kafkajs');
  const known = new Set((await admin.listGroups()).groups.map(({ groupId }) => groupId));
  const present = groups.filter((group) => known.has(group));
  if (present.length === 0) return [];
  const described = (await admin.describeGroups(present)).groups;
  /** @type {Map<string, Promise<{partition: number, offset: string, low: string}[]>>} */
  const ends = new Map();
  const endsOf = (/** @type {string} */ topic) => {
    const found = ends.get(topic) ?? admin.fetchTopicOffsets(topic);
    ends.set(topic, found);
    return found;
  };

  const lags = await Promise.all(
    described.map(async ({ groupId, state, members }) => {
      if (state === 'Dead' || state === 'Empty') return '';
      if (state !== 'Stable') return `${groupId} is joining`;
      const topics = new Set(
        members.flatMap(({ memberAssignment }) =>
          Object.keys(kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}),
        ),
      );
      const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
      let lag = 0;
      for (const { topic, partitions } of committed) {
        for (const { partition, offset, low } of await endsOf(topic)) {
          const at = Number(partitions.find((entry) => entry.partition === partition)?.offset ?? -1);
          lag += Number(offset) - Math.max(at, Number(low));
        }
      }
      return lag > 0 ? `${groupId} is ${lag} events behind` : '';
    }),
  );
  return lags.filter(Boolean);
}
