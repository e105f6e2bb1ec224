/**
 * The geographical regions of the United Nations' standard M49 (Standard country or area codes for statistical use), by ISO 3166-1 alpha-3:
 * a sorting for counts and pictures, which says nothing of anybody's status or side. Central and Southern Asia, and Eastern and
 * South-Eastern Asia, are taken together as in the regions of the Sustainable Development Goals.
 */
const REGIONS: readonly (readonly [part: string, region: string, codes: string])[] = [
  ['Europe', 'Northern Europe', 'ALA DNK EST FIN FRO GBR GGY IMN IRL ISL JEY LTU LVA NOR SJM SWE'],
  ['Europe', 'Western Europe', 'AUT BEL CHE DEU FRA LIE LUX MCO NLD'],
  ['Europe', 'Southern Europe', 'ALB AND BIH ESP GIB GRC HRV ITA MKD MLT MNE PRT SMR SRB SVN VAT XKX'],
  ['Europe', 'Eastern Europe', 'BGR BLR CZE HUN MDA POL ROU RUS SVK UKR'],
  ['Asia', 'Western Asia', 'ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM'],
  ['Asia', 'Central and Southern Asia', 'AFG BGD BTN IND IRN KAZ KGZ LKA MDV NPL PAK TJK TKM UZB'],
  ['Asia', 'Eastern and South-Eastern Asia', 'BRN CHN HKG IDN JPN KHM KOR LAO MAC MMR MNG MYS PHL PRK SGP THA TLS TWN VNM'],
  ['Africa', 'Northern Africa', 'DZA EGY ESH LBY MAR SDN TUN'],
  [
    'Africa',
    'Sub-Saharan Africa',
    `AGO ATF BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI ERI ETH GAB GHA GIN GMB GNB GNQ IOT KEN LBR LSO MDG MLI MOZ MRT MUS MWI
     MYT NAM NER NGA REU RWA SEN SHN SLE SOM SSD STP SWZ SYC TCD TGO TZA UGA ZAF ZMB ZWE`,
  ],
  ['Americas', 'Northern America', 'BMU CAN GRL SPM USA'],
  [
    'Americas',
    'Latin America and the Caribbean',
    `ABW AIA ARG ATG BES BHS BLM BLZ BOL BRA BRB BVT CHL COL CRI CUB CUW CYM DMA DOM ECU FLK GLP GRD GTM GUF GUY HND HTI JAM KNA LCA
     MAF MEX MSR MTQ NIC PAN PER PRI PRY SGS SLV SUR SXM TCA TTO URY VCT VEN VGB VIR`,
  ],
  [
    'Oceania',
    'Oceania',
    'ASM AUS CCK COK CXR FJI FSM GUM HMD KIR MHL MNP NCL NFK NIU NRU NZL PCN PLW PNG PYF SLB TKL TON TUV UMI VUT WLF WSM',
  ],
];

const known = new Map(
  REGIONS.flatMap(([part, region, codes]) => codes.split(/\s+/).map((code) => [code, { part, region }] as const)),
);

/** Part of the world and region of a country (ISO 3166-1 alpha-3); null for none, for Antarctica, and for a country that is no more. */
export function regionOf(country: string): { part: string; region: string } | null {
  return known.get(country) ?? null;
}
