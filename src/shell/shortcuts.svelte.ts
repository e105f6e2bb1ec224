import { FIRST_SIGNS, soundSigns, withSign, type SignAct, type Signs } from './keys';

/** When single letters, digits and signs act on the page (WCAG 2.2, 2.1.4): as they are, only with Alt held, or never. */
export const SHORTCUTS = { plain: 'as they are', alt: 'only with Alt', off: 'never' } as const;
export type Shortcuts = keyof typeof SHORTCUTS;

const STORED = 'stanceline-keys';
const STORED_SIGNS = 'stanceline-signs';

/** What the browser keeps under a name; null where it keeps nothing. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a choice, or with null forgets it. A browser that keeps nothing holds it until the page is closed. */
function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It then holds until the page is closed.
  }
}

function storedSigns(): Signs {
  try {
    return soundSigns(JSON.parse(kept(STORED_SIGNS) ?? 'null'));
  } catch {
    return FIRST_SIGNS;
  }
}

class Choice {
  now: Shortcuts = $state(((value) => (value === 'alt' || value === 'off' ? value : 'plain'))(kept(STORED)));
  /** Which sign does what. */
  signs: Signs = $state.raw(storedSigns());
  /** Whether some sign is not the first one. */
  readonly changed = $derived(Object.entries(FIRST_SIGNS).some(([name, sign]) => this.signs[name as SignAct] !== sign));

  choose(choice: Shortcuts): void {
    this.now = choice;
    keep(STORED, choice === 'plain' ? null : choice);
  }

  /** Gives an act another sign; returns what the sign does already where it is taken, null where it is given. */
  give(name: SignAct, typed: string): SignAct | 'pages' | 'none' | null {
    const result = withSign(this.signs, name, typed);
    if ('taken' in result) return result.taken;
    this.signs = result.signs;
    keep(STORED_SIGNS, this.changed ? JSON.stringify(this.signs) : null);
    return null;
  }

  /** Every act by its first sign again. */
  giveBack(): void {
    this.signs = FIRST_SIGNS;
    keep(STORED_SIGNS, null);
  }
}

export const shortcuts = new Choice();
