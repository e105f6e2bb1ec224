/**
 * Every view, loaded when it is first shown. The four of the first screen are fetched while the tables are still being read.
 */
export const views = {
  network: () => import('../network/NetworkPlate.svelte'),
  map: () => import('../map/MapPlate.svelte'),
  instrument: () => import('../timeline/clock/Instrument.svelte'),
  column: () => import('../evidence/EvidenceColumn.svelte'),
  filters: () => import('../focus/filters/FilterSentence.svelte'),
  timeline: () => import('../timeline/TimelinePage.svelte'),
  pair: () => import('../pair/PairPage.svelte'),
  matrix: () => import('../matrix/MatrixPage.svelte'),
  evidence: () => import('../evidence/EvidencePage.svelte'),
  actors: () => import('../actors/ActorList.svelte'),
  find: () => import('../find/FindDialog.svelte'),
  lead: () => import('../change/Lead.svelte'),
  rifts: () => import('../rifts/RiftsPage.svelte'),
  balance: () => import('../balance/BalancePage.svelte'),
  claims: () => import('../claims/ClaimsPage.svelte'),
  hypotheses: () => import('../hypotheses/HypothesesPage.svelte'),
  change: () => import('../change/ChangePage.svelte'),
  story: () => import('../story/StoryPage.svelte'),
  desk: () => import('../desk/DeskPage.svelte'),
  export: () => import('../save/ExportDialog.svelte'),
  embed: () => import('./EmbedPage.svelte'),
};

/** Starts fetching what the first screen needs. */
export function preload(): void {
  for (const name of ['network', 'map', 'instrument', 'column', 'filters', 'lead'] as const)
    void views[name]().catch(() => undefined);
}
