import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

/**
 * kafkajs 2.2.4 looks at every connection's queue of waiting requests once a millisecond, for ever, also when nothing
 * waits: a timer set for "now minus the epoch" fires at once and sets itself again. Ten idle services with five
 * connections each then wake fifty thousand times a second. A queue with nothing waiting and no throttle has nothing to
 * look at; whoever adds a request looks at it then. Importing this file mends that for the whole process.
 */
const original = RequestQueue.prototype.scheduleCheckPendingRequests;

RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
  if (this.pending.length === 0 && this.throttledUntil <= Date.now()) return;
  original.call(this);
};
