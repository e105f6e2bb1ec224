import { own } from './own';

/** Codes of countries and languages, so that one of the right form that means nothing is found before a reader meets it. */

/** ISO 3166-1 alpha-3, the officially assigned codes. */
const COUNTRIES = new Set(
  `
  ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
  BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
  CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
  GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
  KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
  MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
  PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
  SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
  UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
  `
    .trim()
    .split(/\s+/),
);

/** ISO 3166-3: countries that are no more, under the codes they had. Records of the past need them. */
const FORMER = new Set(
  'ANT AFI BUR BYS CSK CTE DDR DHY FXX GEL HVO JTN MID NHB NTZ PCI PCZ PUS RHO SCG SKM SUN TMP VDR WAK YMD YUG ZAR'.split(' '),
);

/** Codes that ISO 3166-1 leaves to its users, XKX (Kosovo) among them. */
const USERS = /^(AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z])$/;

/** ISO 639-1. */
const LANGUAGES = new Set(
  `
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
  es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
  ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
  no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
  ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
  `
    .trim()
    .split(/\s+/),
);

/** What people write for a country: codes of the Olympic Committee, of ISO 3166-1 before a change, and of two letters. */
const MEANT_COUNTRY: Readonly<Record<string, string>> = {
  BUL: 'BGR',
  CRO: 'HRV',
  DEN: 'DNK',
  ENG: 'GBR',
  GER: 'DEU',
  GRE: 'GRC',
  KOS: 'XKX',
  LAT: 'LVA',
  NED: 'NLD',
  POR: 'PRT',
  ROM: 'ROU',
  SLO: 'SVN',
  SUI: 'CHE',
  BY: 'BLR',
  CZ: 'CZE',
  DE: 'DEU',
  EE: 'EST',
  FR: 'FRA',
  GB: 'GBR',
  LT: 'LTU',
  LV: 'LVA',
  PL: 'POL',
  RO: 'ROU',
  RU: 'RUS',
  UA: 'UKR',
  UK: 'GBR',
  US: 'USA',
};

/** Codes of countries where the code of their language was meant, and codes that ISO 639 has given up. */
const MEANT_LANGUAGE: Readonly<Record<string, string>> = {
  by: 'be',
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  gb: 'en',
  gr: 'el',
  in: 'id',
  iw: 'he',
  jp: 'ja',
  kz: 'kk',
  me: 'sr',
  mo: 'ro',
  rs: 'sr',
  ua: 'uk',
  us: 'en',
};

/** Whether a text is the ISO 3166-1 alpha-3 code of a country: one that is, one that was, or one that is left to users. */
export function isCountry(text: string): boolean {
  return COUNTRIES.has(text) || FORMER.has(text) || USERS.test(text);
}

/** The country that a text was probably meant to name by its code; empty where none is likely. */
export function likelyCountry(text: string): string {
  const capitals = text.toUpperCase();
  return own(MEANT_COUNTRY, capitals) ?? (isCountry(capitals) ? capitals : '');
}

/** Whether a text is an ISO 639 code: a known one of two letters, or any of three (there are some 8,000, and they change). */
export function isLanguage(text: string): boolean {
  return LANGUAGES.has(text) || /^[a-z]{3}$/.test(text);
}

/** The language that a text was probably meant to name by its code; empty where none is likely. */
export function likelyLanguage(text: string): string {
  const start = text.toLowerCase().replace(/[-_].*$/, '');
  return own(MEANT_LANGUAGE, start) ?? (isLanguage(start) ? start : '');
}
