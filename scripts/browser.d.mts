/** Path of a Chromium or Chrome that is here already, or null. */
export function presentBrowser(): Promise<string | null>;
/** Path of a Chromium or Chrome to drive; installs one where none is found, and ends the process with a message where it can't. */
export function findBrowser(): Promise<string>;
