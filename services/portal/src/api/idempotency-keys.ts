/**
 * The `Idempotency-Key` of one form. A repeated try with the same content keeps its key, so a filing whose answer got
 * lost is not made twice; changed content gets another key.
 */
export class IdempotencyKeys {
  private body = '';
  private key = '';

  constructor(private readonly newKey: () => string) {}

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.key === '' || text !== this.body) {
      this.body = text;
      this.key = this.newKey();
    }
    return this.key;
  }

  /** After success: the same content again is a new wish. */
  forget(): void {
    this.key = '';
  }
}
