import type { Plugin } from 'vite';

export function recordsIn(data: string): { name: string; title: string }[];
export function catalogue(data?: string): Plugin;
