import { Counter, Gauge } from 'prom-client';

/** What messaging counts; labels stay few and never hold ids. */
export const messagingMetrics = {
  relayed: new Counter({ name: 'nqi_outbox_relayed_total', help: 'Events handed to Kafka and confirmed' }),
  outboxAge: new Gauge({ name: 'nqi_outbox_oldest_age_seconds', help: 'Age of the oldest event of the last batch' }),
  handled: new Counter({
    name: 'nqi_events_handled_total',
    help: 'Events whose effect was committed',
    labelNames: ['type'],
  }),
  duplicates: new Counter({ name: 'nqi_events_duplicate_total', help: 'Events that had been handled before' }),
  retries: new Counter({ name: 'nqi_events_retried_total', help: 'Tries repeated for a passing reason' }),
  deadLetters: new Counter({
    name: 'nqi_dead_letters_total',
    help: 'Events parked as dead letters',
    labelNames: ['topic', 'code'],
  }),
};
