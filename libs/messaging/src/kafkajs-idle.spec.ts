import './kafkajs-idle.js';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const logger = { namespace: () => logger, debug: () => undefined };
const aQueue = (): RequestQueue =>
  new RequestQueue({
    broker: 'b',
    clientId: 'c',
    maxInFlightRequests: 1,
    requestTimeout: 1_000,
    logger,
    isConnected: () => true,
  });

describe('an idle kafkajs connection', () => {
  it('sets no timer while nothing waits', () => {
    const queue = aQueue();

    queue.checkPendingRequests();

    expect(queue.throttleCheckTimeoutId).toBeNull();
  });

  it('looks again while something waits or the broker throttles', () => {
    const waiting = aQueue();
    waiting.pending.push({});
    waiting.scheduleCheckPendingRequests();
    const throttled = aQueue();
    throttled.throttledUntil = Date.now() + 60_000;
    throttled.scheduleCheckPendingRequests();

    for (const queue of [waiting, throttled]) {
      expect(queue.throttleCheckTimeoutId).not.toBeNull();
      clearTimeout(queue.throttleCheckTimeoutId as NodeJS.Timeout);
    }
  });
});
