/** Draws what can wait once the frame is on the screen that shows what cannot; several wishes until then are one. */
export class AfterPaint {
  private due = false;

  /** @param rest milliseconds after that frame, in which what follows soon becomes part of the same drawing */
  constructor(
    private readonly draw: () => void,
    private readonly rest = 0,
  ) {}

  ask(): void {
    // A page that nobody sees gets no frames.
    if (document.hidden) this.draw();
    else if (!this.due) {
      this.due = true;
      requestAnimationFrame(() => setTimeout(() => this.now(), this.rest));
    }
  }

  private now(): void {
    this.due = false;
    this.draw();
  }
}
