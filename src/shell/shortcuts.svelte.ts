/** When single letters, digits and signs act on the page (WCAG 2.2, 2.1.4): as they are, only with Alt held, or never. */
export const SHORTCUTS = { plain: 'as they are', alt: 'only with Alt', off: 'never' } as const;
export type Shortcuts = keyof typeof SHORTCUTS;

const STORED = 'stanceline-keys';

function stored(): Shortcuts {
  try {
    const value = localStorage.getItem(STORED);
    return value === 'alt' || value === 'off' ? value : 'plain';
  } catch {
    // A browser that keeps nothing.
    return 'plain';
  }
}

class Choice {
  now: Shortcuts = $state(stored());

  choose(choice: Shortcuts): void {
    this.now = choice;
    try {
      if (choice === 'plain') localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, choice);
    } catch {
      // The choice then holds until the page is closed.
    }
  }
}

export const shortcuts = new Choice();
