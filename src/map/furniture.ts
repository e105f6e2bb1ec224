/** Names that belong to the map and not to the record: waters, and parts of a state that lie apart. */
export interface Furniture {
  kind: 'water' | 'exclave';
  /** One line of text each. */
  lines: readonly string[];
  /** Longitude and latitude: the middle of a water's name; of an exclave, its own spot. */
  at: readonly [number, number];
  /** Where an exclave's name stands, at the end of a leader. */
  label?: readonly [number, number];
  /** Shown from this width of a degree of longitude on, px. */
  from: number;
}

export const FURNITURE: readonly Furniture[] = [
  { kind: 'water', lines: ['Baltic', 'Sea'], at: [19.2, 56.6], from: 8 },
  { kind: 'water', lines: ['Black Sea'], at: [33.2, 43.3], from: 8 },
  { kind: 'water', lines: ['Gulf of', 'Bothnia'], at: [19.9, 61.9], from: 14 },
  { kind: 'water', lines: ['Gulf of Finland'], at: [26.3, 59.83], from: 34 },
  { kind: 'water', lines: ['Sea of', 'Azov'], at: [36.6, 46.05], from: 26 },
  { kind: 'water', lines: ['Gulf of', 'Riga'], at: [23.5, 57.75], from: 34 },
  { kind: 'water', lines: ['Adriatic', 'Sea'], at: [15.7, 42.9], from: 14 },
  { kind: 'water', lines: ['Aegean', 'Sea'], at: [25.1, 38.6], from: 14 },
  { kind: 'water', lines: ['North Sea'], at: [3.4, 56.2], from: 8 },
  { kind: 'water', lines: ['Norwegian', 'Sea'], at: [2.5, 66.5], from: 8 },
  { kind: 'water', lines: ['Barents Sea'], at: [39, 72.5], from: 6 },
  { kind: 'water', lines: ['Mediterranean Sea'], at: [18.0, 34.6], from: 6 },
  { kind: 'water', lines: ['Caspian', 'Sea'], at: [50.7, 41.9], from: 8 },
  { kind: 'water', lines: ['Bay of', 'Biscay'], at: [-4.6, 45.4], from: 10 },
  { kind: 'water', lines: ['Atlantic', 'Ocean'], at: [-32, 38], from: 1 },
  { kind: 'water', lines: ['Pacific', 'Ocean'], at: [-150, 10], from: 1 },
  { kind: 'water', lines: ['Indian', 'Ocean'], at: [78, -18], from: 1 },
  { kind: 'exclave', lines: ['Kaliningrad'], at: [21.2, 54.75], label: [18.3, 55.3], from: 12 },
];
