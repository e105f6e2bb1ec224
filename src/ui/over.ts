/** The frame of a map, as something that is laid over it needs it: where a spot on the globe stands, in px from its upper left corner. */
export interface Over {
  width: number;
  height: number;
  point: (lat: number, lon: number) => { x: number; y: number };
}
