import records from 'virtual:catalogue';

/** Records that ship with the app: every folder in `data/`, in the order in which they are offered; the first is what opens without a choice. */
export const DATASETS: readonly { name: string; title: string }[] = records;
