import { getContext, setContext, type Component } from 'svelte';
import type { StanceRecord } from '../record/record';

/** The map on which coordinates are picked: a room of its own, which whoever puts the page together hands to the desk. */

export type PickerGiven = {
  record: StanceRecord;
  /** Of the place. */
  name: string;
  /** As it is written so far; empty for nothing. */
  lat: string;
  lon: string;
  onpick: (lat: string, lon: string) => void;
  onclose: () => void;
};

export type PlacePicker = () => Promise<{ default: Component<PickerGiven> }>;

const KEY = Symbol('place picker');

/** Makes the picker known to everything on the desk. */
export const offerPicker = (picker: PlacePicker | null): unknown => setContext(KEY, picker);

/** The picker; null where the desk was given none. */
export const pickerHere = (): PlacePicker | null => getContext<PlacePicker | null | undefined>(KEY) ?? null;
