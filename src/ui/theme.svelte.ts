/** The reader's choice; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const STORED = 'stanceline-theme';
const machine = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(STORED);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // A page opened from disk, or a browser that keeps nothing.
    return 'system';
  }
}

class Theme {
  choice: ThemeChoice = $state(stored());
  #machineDark = $state(machine?.matches ?? false);

  constructor() {
    machine?.addEventListener('change', (event) => {
      this.#machineDark = event.matches;
      applyTheme();
    });
  }

  get shown(): 'light' | 'dark' {
    return this.choice === 'system' ? (this.#machineDark ? 'dark' : 'light') : this.choice;
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    try {
      if (choice === 'system') localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, choice);
    } catch {
      // The choice then holds until the page is closed.
    }
    applyTheme();
  }
}

export const theme = new Theme();

/** Puts the theme on the document: before the first paint, and after every change. */
export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme.shown;
}
