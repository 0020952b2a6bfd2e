import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The harmless file that every scanner takes for a virus (eicar.org); in two parts, or scanners of sources find it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A clamd that reads INSTREAM as the manual has it and looks for one signature; or does not do what it should. */
export class StandInClamd {
  mood: 'well' | 'silent' | 'cuts' | 'cuts its word' = 'well';
  /** `StreamMaxLength`: beyond it the daemon answers and hangs up without reading on. */
  mostBytes = Infinity;
  readonly scanned: Buffer[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.serve(socket));

  async up(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async down(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket)));
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk as Buffer]);
      const word = this.mood === 'cuts' ? '' : this.wordOn(pending);
      if (word === undefined || this.mood === 'silent') return;
      socket.removeAllListeners('data').end(this.mood === 'cuts its word' ? word.slice(0, -1) : word);
    });
  }

  /** Undefined while the stream has not ended. */
  private wordOn(received: Buffer): string | undefined {
    const command = 'zINSTREAM\0';
    if (received.length < command.length) return undefined;
    if (received.subarray(0, command.length).toString() !== command) return 'UNKNOWN COMMAND\0';
    const parts: Buffer[] = [];
    for (let at = command.length; at + 4 <= received.length;) {
      const length = received.readUInt32BE(at);
      if (length === 0) return this.verdict(Buffer.concat(parts));
      parts.push(received.subarray(at + 4, at + 4 + length));
      at += 4 + length;
      if (at - command.length > this.mostBytes) return 'INSTREAM size limit exceeded. ERROR\0';
    }
    return undefined;
  }

  private verdict(content: Buffer): string {
    this.scanned.push(content);
    return content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
  }
}
