/** Datasets that ship with the app, in the order in which they are offered; the first is what opens without a choice. */
export const DATASETS = [
  { name: 'eastern-flank', title: 'Belarus, Poland and the Eastern Flank' },
  { name: 'great-powers', title: "Europe's great powers, 1872 to 1918" },
] as const;
