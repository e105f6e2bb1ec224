/** Told what is being done, and how far it has come, from 0 to 1, where that is known. */
export type OnShare = (text: string, share?: number) => void;

/** Tells of a share no oftener than it changes by a hundredth. */
export function byHundredths(text: string, onShare: OnShare | undefined): (share: number) => void {
  let told = -1;
  return (share) => {
    const now = Math.floor(share * 100);
    if (now <= told) return;
    told = now;
    onShare?.(text, now / 100);
  };
}
