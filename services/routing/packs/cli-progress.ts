const WIDTH = 40;
const EVERY_MS = 100;

/** How far a long task has come, on stderr: a bar that a terminal redraws, else a line every tenth of the way. */
export class Progress {
  private readonly started = performance.now();
  private drawn = -Infinity;
  private told = 0;

  constructor(private readonly what: string, private readonly whole: number, private readonly out: NodeJS.WriteStream = process.stderr) {}

  /** So much of the whole is done. */
  at(done: number): void {
    const share = this.whole <= 0 ? 1 : Math.min(1, done / this.whole);
    if (this.out.isTTY) this.draw(share);
    else if (Math.floor(share * 10) > this.told) {
      this.told = Math.floor(share * 10);
      this.out.write(`${this.what} ${this.told * 10} % (${this.seconds()} s)\n`);
    }
  }

  /** Leaves the terminal with a fresh line. */
  end(): void {
    if (this.out.isTTY && this.drawn > -Infinity) this.out.write('\r\x1b[K');
  }

  private draw(share: number): void {
    const now = performance.now();
    if (share < 1 && now - this.drawn < EVERY_MS) return;
    this.drawn = now;
    const full = Math.round(share * WIDTH);
    this.out.write(`\r${this.what} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.floor(share * 100)).padStart(3)} % ${this.seconds()} s`);
  }

  private seconds(): string {
    return ((performance.now() - this.started) / 1000).toFixed(1);
  }
}
