import type { Logger } from 'pino';

interface Part {
  name: string;
  close: () => Promise<void>;
}

/** The order in which parts end: nobody loses what it still needs, whatever the order in which they were opened. */
const CLOSING_ORDER = ['server', 'composition', 'systems', 'pool', 'database'] as const;
type PartName = (typeof CLOSING_ORDER)[number];

/** What has been opened so far. One part that fails to close does not keep the others open. */
export class OpenParts {
  private readonly parts: Part[] = [];
  private farewell: () => Promise<void> = () => Promise.resolve();
  private closing?: Promise<void>;

  constructor(private readonly log: Pick<Logger, 'error'>) {}

  /** @throws Error when the stop has already begun; what was opened too late is closed on the spot. */
  async add(name: PartName, close: () => Promise<void>): Promise<void> {
    if (!this.closing) {
      this.parts.push({ name, close });
      return;
    }
    await close();
    throw new Error('stopped while starting');
  }

  /** Runs before anything closes: to tell probes that we are about to. */
  beforeClosing(farewell: () => Promise<void>): void {
    this.farewell = farewell;
  }

  closeAll(): Promise<void> {
    this.closing ??= this.closeInOrder();
    return this.closing;
  }

  private async closeInOrder(): Promise<void> {
    await this.farewell();
    for (const name of CLOSING_ORDER) {
      const part = this.parts.find((candidate) => candidate.name === name);
      await part
        ?.close()
        .catch((error: unknown) => this.log.error({ err: error, part: name }, 'did not close well'));
    }
  }
}
