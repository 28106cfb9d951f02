/** Full waiting time after n failures in a row, doubling from `fromMs` up to `toMs`, with a third of chance so that many do not come back at once. */
export function backoff(failures: number, fromMs: number, toMs: number): number {
  const whole = Math.min(toMs, fromMs * 2 ** Math.min(failures, 20));
  return Math.ceil(whole * (1 - Math.random() / 3));
}

/** A wait that `wake` ends early. A wake that comes while nobody waits ends the next wait at once. */
export class Bell {
  private ring: (() => void) | undefined;
  private rung = false;

  wake(): void {
    this.rung = true;
    this.ring?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms);
        this.ring = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    this.ring = undefined;
    this.rung = false;
  }
}
