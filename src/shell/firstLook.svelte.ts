/** Whether this browser has been offered the first look: it is offered once. */
const STORED = 'stanceline-first-look';

function offered(): boolean {
  try {
    return localStorage.getItem(STORED) !== null;
  } catch {
    // A browser that keeps nothing would offer it at every visit: help has it.
    return true;
  }
}

/** What a newcomer is told of the picture: offered at the first visit, shown again from the help. */
class FirstLook {
  offering = $state(!offered());
  /** The step that is shown, from 0; null while none is. */
  step: number | null = $state(null);

  show(): void {
    this.#keep();
    this.step = 0;
  }

  close(): void {
    this.#keep();
    this.step = null;
  }

  #keep(): void {
    this.offering = false;
    try {
      localStorage.setItem(STORED, 'seen');
    } catch {
      // It is then offered no more until the page is loaded again.
    }
  }
}

export const firstLook = new FirstLook();
