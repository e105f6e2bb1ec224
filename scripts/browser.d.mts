/** Path of a Chromium or Chrome to drive; installs one where none is found, and ends the process with a message where it can't. */
export function findBrowser(): Promise<string>;
