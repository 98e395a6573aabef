// A line on the terminal that says how far it is; nothing where no one watches.

export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  readonly #start = performance.now();
  #drawn = 0;
  #done = 0;
  #skipped = 0;
  #failed = 0;

  constructor(total: number, quiet: boolean) {
    this.#total = total;
    this.#shown = !quiet && process.stderr.isTTY === true && total > 1;
  }

  get failed(): number {
    return this.#failed;
  }

  done(): void {
    this.#done += 1;
    this.#draw();
  }

  /** Pages that an earlier run has written. */
  skip(count = 1): void {
    this.#skipped += count;
    this.#draw();
  }

  /** A page that cannot be read is told on standard error, also where no one watches. */
  fail(name: string, reason: string): void {
    this.#failed += 1;
    this.#clear();
    process.stderr.write(`banmian: ${name}: ${reason}\n`);
    this.#draw(true);
  }

  end(): void {
    this.#draw(true);
    if (this.#shown) process.stderr.write('\n');
  }

  #clear(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
  }

  #draw(now = false): void {
    const time = performance.now();
    if (!this.#shown || (!now && time - this.#drawn < 100)) return;
    this.#drawn = time;
    const read = this.#done + this.#failed;
    const finished = read + this.#skipped;
    const rate = read / ((time - this.#start) / 1000);
    const left = rate > 0 ? Math.ceil((this.#total - finished) / rate) : 0;
    const bar = '█'.repeat(Math.round((20 * finished) / this.#total)).padEnd(20, '░');
    const parts = [`${finished}/${this.#total} pages`, `${rate.toFixed(1)}/s`];
    if (this.#skipped > 0) parts.push(`${this.#skipped} were there`);
    if (this.#failed > 0) parts.push(`${this.#failed} failed`);
    if (finished < this.#total) parts.push(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`);
    this.#clear();
    process.stderr.write(`${bar} ${parts.join(' · ')}`);
  }
}
