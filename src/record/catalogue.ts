/** The folders of `data/`, written into the page when it is built or served (scripts/catalogue.mjs); not there in a terminal. */
declare const __RECORDS__: readonly { name: string; title: string }[] | undefined;

/** Records that ship with the app: every folder in `data/`, in the order in which they are offered; the first is what opens without a choice. */
export const DATASETS: readonly { name: string; title: string }[] = typeof __RECORDS__ === 'undefined' ? [] : __RECORDS__;
