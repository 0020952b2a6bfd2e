/**
 * The PostgreSQL advisory locks of one number, all in one place: two that meet by chance would make strangers wait for
 * each other. Each number is its own within a service's database.
 */
export const ADVISORY_LOCKS = {
  /** Two processes that migrate one database take turns. */
  migration: 712_400_001,
  /** One outbox relay per database sends at a time; held while it waits for Kafka. */
  outboxRelay: 712_400_002,
  /** Rows of the audit trail are chained one after the other; held to the end of the transaction. */
  auditTrail: 712_400_003,
} as const;
