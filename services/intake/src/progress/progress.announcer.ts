/** Tells open browsers, once the change is durable, that a request of an enterprise came a step further. */
export abstract class ProgressAnnouncer {
  abstract changed(requestId: string, enterpriseUscc: string, cause: string): void;
}
