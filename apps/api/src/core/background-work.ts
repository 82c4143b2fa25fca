/** Work that goes on after its request was answered; the application waits for it when it closes. */
export class BackgroundWork {
  readonly #running = new Set<Promise<void>>();

  /** Starts work that handles its own errors. */
  start(work: () => Promise<void>): void {
    const running = work().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}
