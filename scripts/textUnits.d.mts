import type { CSSOptions } from 'vite';

export function inUnits(value: string): string;
export function queryIn(condition: string, unit: 'em' | 'rem'): string;
export function textUnits(): NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>[number];
