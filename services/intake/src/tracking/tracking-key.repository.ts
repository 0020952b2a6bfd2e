export abstract class TrackingKeyRepository {
  /** The installation's secret of 32 bytes; it never changes. */
  abstract read(): Promise<Buffer>;
}
