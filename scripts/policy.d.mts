export const POLICY: string;
export const HEADERS: Readonly<Record<string, string>>;
export const FRESH: readonly string[];
export function headersFile(): string;
export function policyOf(origins?: readonly string[]): string;
export function dataOrigins(text?: string): string[];
